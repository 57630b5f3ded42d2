import Diagnostics
import RunModel

/// A classification report that skrobot wrote as text.
///
/// ```
/// Classification report for test data (Threshold = 0.62)
///
///              precision  recall     f1  support
/// 0                0.733   0.916  0.814       12
/// avg / total      0.853   0.833  0.835       30
/// ```
///
/// Its figures are cut to three places, not rounded: they tell what the tool showed, and are no metrics.
struct SkrobotReport {
  /// The threshold from which a row counted as positive.
  let threshold: Double?
  /// `<row>.<column>` → figure, as `0.precision`.
  let values: [ExactString: Scalar]

  /// The most bytes of a report.
  static let byteLimit = 1 << 20
  private static let columns = ["precision", "recall", "f1", "support"]

  /// The report in `text`; nil if it is none.
  init?(_ text: String) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
      .map { $0.split { [0x20, 0x09, 0x0D].contains($0) }.map { String(decoding: $0, as: UTF8.self) } }
      .filter { !$0.isEmpty }
    guard lines.count >= 3, lines[0].starts(with: ["Classification", "report", "for"]),
      lines[1] == Self.columns
    else { return nil }
    threshold = Self.threshold(lines[0])
    var values: [ExactString: Scalar] = [:]
    for words in lines.dropFirst(2) {
      guard words.count > Self.columns.count else { return nil }
      let row = words.dropLast(Self.columns.count).joined(separator: " ")
      for (column, figure) in zip(Self.columns, words.suffix(Self.columns.count)) {
        guard Scalar.text(figure).number != nil else { return nil }
        let isWhole = figure.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        values[ExactString("\(row).\(column)")] = Scalar(isWhole ? .integer : .real, text: figure)
      }
    }
    self.values = values
  }

  /// The number in `(Threshold = 0.62)`.
  private static func threshold(_ words: [String]) -> Double? {
    guard words.count >= 3, words.suffix(3).starts(with: ["(Threshold", "="]), let last = words.last,
      last.utf8.last == UInt8(ascii: ")")
    else { return nil }
    return Scalar.text(String(last.dropLast())).number
  }
}
