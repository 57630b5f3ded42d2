/// What a name in a line of JSON serves as.
enum JSONRole: Hashable, Sendable {
  /// The true label or labels.
  case truth
  /// The predicted label or labels.
  case predicted
  /// The object of probabilities.
  case probabilities
  /// The probability of the positive label.
  case lone
  /// How often the row counts.
  case weight
  /// A column of texts, by its number.
  case text(Int)
}
