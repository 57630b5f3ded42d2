/// What a column of a delimited file serves as.
enum DelimitedRole: Hashable, Sendable {
  /// The true label.
  case truth
  /// The predicted label.
  case predicted
  /// The probability of a label; the columns stand in the order of the labels.
  case probability
  /// Whether the label of this number is true.
  case trueIndicator(Int)
  /// Whether the label of this number is predicted.
  case predictedIndicator(Int)
  /// How often the row counts.
  case weight
  /// A column of texts, by its number.
  case text(Int)
  /// A second column of a name that was there.
  case ignored
}
