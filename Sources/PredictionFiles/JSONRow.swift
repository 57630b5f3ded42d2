import FileFormats

/// What one line of JSON says, before it is known whether the row can be used.
struct JSONRow: Sendable {
  /// The true labels; none where the line does not say.
  var truth: [JSONCell]?
  /// The predicted labels; none where the line does not say.
  var predicted: [JSONCell]?
  /// The labels with their probabilities; none where the line does not say.
  var scores: [(label: JSONText, value: Double)]?
  /// The probability of the positive label; none where the line does not say.
  var lone: Double?
  /// How often the row counts; none where the line does not say.
  var weight: Double?
  /// The texts, by the number of their column.
  var texts: [Int: JSONCell] = [:]
}
