import Diagnostics
import RunModel

/// Reads the cells of a log as numbers and remembers, for each column, what was none.
struct LogCells {
  private struct Others {
    var count = 0
    var firstLine = 0
    var first = ""
    var areLists = true
  }

  private let names: [String]
  private var others: [Int: Others] = [:]

  /// The cells of columns of these names.
  init(names: [String]) {
    self.names = names
  }

  /// The number in a cell; none if it is empty, `NA` or no number.
  mutating func number(_ text: String, column: Int, line: Int) -> Double? {
    if text.isEmpty || text == "NA" { return nil }
    if let value = LogNumber.value(of: text) { return value }
    if text.utf8.allSatisfy({ $0 == 0x20 }) { return nil }
    var other = others[column] ?? Others()
    if other.count == 0 { (other.firstLine, other.first) = (line, String(text.unicodeScalars.prefix(60))) }
    other.count += 1
    // Some tools put the list in quotes once more.
    other.areLists = other.areLists && text.utf8.first { $0 != UInt8(ascii: "\"") } == UInt8(ascii: "[")
    others[column] = other
    return nil
  }

  /// Says once for each column what was no number.
  func report(to source: inout SourceFolder, at path: String) {
    for (column, other) in others.sorted(by: { $0.key < $1.key }) {
      let name = VisibleText.quoting(names.indices.contains(column) ? names[column] : "")
      let more = other.count > 1 ? " and \(other.count - 1) more" : ""
      source.report(
        other.areLists ? .note : .warning, other.areLists ? "list-value" : "no-number",
        at: SourcePlace(path: path, line: other.firstLine),
        (other.areLists ? "a list" : VisibleText.quoting(other.first)) + more + " in the column \(name)",
        "numbers", other.areLists ? "Lists have no history and are passed over." : "They are left out.")
    }
  }
}
