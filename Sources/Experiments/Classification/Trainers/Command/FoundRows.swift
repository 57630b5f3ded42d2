import Diagnostics
import FileFormats

/// The rows of probabilities that were found so far, by their examples.
struct FoundRows {
  private let part: ClassificationDataset
  private let path: String
  private let rows: [ExactString: Int]
  private var found: [[Double]?]

  /// No rows yet of the examples of `part`; `rows` says where each id stands.
  init(part: ClassificationDataset, path: String, rows: [ExactString: Int]) {
    self.part = part
    self.path = path
    self.rows = rows
    found = Array(repeating: nil, count: part.count)
  }

  /// Adds the row of one example.
  ///
  /// - Throws: ``FormatError`` for an unknown id, one that was there before, and a value that is no number from 0 to 1.
  mutating func add(
    _ id: String, _ values: [Double], _ labels: [ExactString], at place: SourcePlace
  ) throws(FormatError) {
    guard let row = rows[ExactString(id)] else {
      throw FormatError(
        at: place, found: "the id \(VisibleText.quoting(id)), which no example has",
        expected: "the id of one of the \(part.count) examples")
    }
    guard found[row] == nil else {
      throw FormatError(at: place, found: "the id \(VisibleText.quoting(id)) twice", expected: "each id once")
    }
    for (value, label) in zip(values, labels) where !(value >= 0 && value <= 1) {
      throw FormatError(
        at: place, found: "a probability of \(value) for \(VisibleText.quoting(label.text))",
        expected: "a number from 0 to 1")
    }
    found[row] = values
  }

  /// All rows, in the order of the examples.
  ///
  /// - Throws: ``FormatError`` if examples are missing.
  func all() throws(FormatError) -> [[Double]] {
    let missing = found.indices.filter { found[$0] == nil }
    if let first = missing.first {
      throw FormatError(
        at: SourcePlace(path: path),
        found: "no row of \(VisibleText.quoting(part.ids[first]))"
          + (missing.count > 1 ? " and \(missing.count - 1) more" : ""),
        expected: "one of each of the \(part.count) examples")
    }
    return found.compactMap { $0 }
  }
}
