import Diagnostics
import FileFormats

/// Reads the probabilities that a program gave for the examples of a part: each example once, in any order.
///
/// CSV and TSV have a column `id` and a column `proba_<label>` for each label. JSON lines have `id` and an object `y_proba`, in
/// which a label that is not there has the probability 0. What else a row has is passed over.
struct ReturnedPredictions {
  private let part: ClassificationDataset
  private let labels: [ExactString]
  private let rows: [ExactString: Int]
  private let places: [ExactString: Int]

  /// The most bytes of a file.
  private static let byteLimit = 512 << 20
  private static let prefix = "proba_"

  init(part: ClassificationDataset, labels: [ExactString]) {
    self.part = part
    self.labels = labels
    rows = Dictionary(part.ids.enumerated().map { (ExactString($1), $0) }) { first, _ in first }
    places = Dictionary(zip(labels, labels.indices)) { first, _ in first }
  }

  /// The probabilities in the file at `path`.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - displayPath: The path as messages show it.
  ///   - format: `jsonl`, `csv` or `tsv`.
  /// - Returns: `[i][k]`: of example `i` of the part and label `k`.
  /// - Throws: ``FormatError`` for a file that is none, an id that is unknown, twice there or missing, a label that is unknown
  ///   or missing, and what is no number from 0 to 1.
  func read(_ path: String, displayPath: String, format: String) throws(FormatError) -> [[Double]] {
    do throws(FileSystemError) {
      let size = try FileSystem.disk.attributes(path).size
      guard size <= Self.byteLimit else {
        throw FileSystemError(.tooLarge, path: path, detail: "\(size) bytes, more than \(Self.byteLimit)")
      }
    } catch {
      throw FormatError(error, path: displayPath)
    }
    var found = FoundRows(part: part, path: displayPath, rows: rows)
    if format == "jsonl" {
      try readLines(path, displayPath, &found)
    } else {
      try readTable(path, displayPath, delimiter: UInt8(ascii: format == "tsv" ? "\t" : ","), &found)
    }
    return try found.all()
  }

  private func readLines(
    _ path: String, _ displayPath: String, _ found: inout FoundRows
  ) throws(FormatError) {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try FileSystem.disk.read(path, limit: Self.byteLimit)
    } catch {
      throw FormatError(error, path: displayPath)
    }
    var line = 0
    for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      if text.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\t") })
      {
        continue
      }
      let place = SourcePlace(path: displayPath, line: line)
      let root: JSONValue
      do throws(FormatError) {
        root = try JSONReader.parse(Array(text), path: displayPath).root
      } catch {
        throw FormatError(
          at: SourcePlace(path: displayPath, line: line, column: error.place.column), found: error.found,
          expected: error.expected)
      }
      guard let id = root["id"]?.string ?? root["id"]?.number?.text else {
        throw FormatError(at: place, found: "no id", expected: "the id of an example as “id”")
      }
      guard let object = root["y_proba"]?.object else {
        throw FormatError(
          at: place, found: "no object “y_proba”", expected: "the probability of each label in one")
      }
      var values = labels.map { _ in 0.0 }
      for member in object.members {
        guard let label = places[ExactString(member.name)] else { throw unknown(member.name, place) }
        guard let number = member.value.number?.value else {
          throw FormatError(
            at: place, found: "\(member.value.kindInWords) as a probability", expected: "a number")
        }
        values[label] = number
      }
      try found.add(id, values, labels, at: place)
    }
  }

  private func readTable(
    _ path: String, _ displayPath: String, delimiter: UInt8, _ found: inout FoundRows
  ) throws(FormatError) {
    let file: ReadableFile
    do throws(FileSystemError) {
      file = try FileSystem.disk.open(path)
    } catch {
      throw FormatError(error, path: displayPath)
    }
    let reader = DelimitedReader(file, path: displayPath, delimiter: delimiter)
    let names = try reader.header().names
    let head = SourcePlace(path: displayPath, line: 1)
    guard let idColumn = names.firstIndex(of: "id") else {
      throw FormatError(at: head, found: "no column “id”", expected: "one with the ids of the examples")
    }
    var columns = [Int?](repeating: nil, count: labels.count)
    for (column, name) in names.enumerated() where name.utf8.starts(with: Self.prefix.utf8) {
      let label = String(decoding: name.utf8.dropFirst(Self.prefix.utf8.count), as: UTF8.self)
      guard let place = places[ExactString(label)] else { throw unknown(label, head) }
      guard columns[place] == nil else {
        throw FormatError(at: head, found: "two columns \(VisibleText.quoting(name))", expected: "one")
      }
      columns[place] = column
    }
    let chosen = columns.compactMap { $0 }
    if let missing = columns.firstIndex(of: nil) {
      throw FormatError(
        at: head, found: "no column \(VisibleText.quoting(Self.prefix + labels[missing].text))",
        expected: "one for each label")
    }
    for (row, cells) in try reader.rows().enumerated() {
      // The line is right as long as no cell holds a line break.
      let place = SourcePlace(path: displayPath, line: row + 2)
      guard cells.count == names.count else {
        throw FormatError(
          at: place, found: "\(cells.count) cells", expected: "\(names.count), as there are names")
      }
      var values: [Double] = []
      for column in chosen {
        guard let value = Double(cells[column]) else {
          throw FormatError(
            at: place, found: "\(VisibleText.quoting(cells[column])) as a probability", expected: "a number")
        }
        values.append(value)
      }
      try found.add(cells[idColumn], values, labels, at: place)
    }
  }

  private func unknown(_ label: String, _ place: SourcePlace) -> FormatError {
    let near = NearestName.suggestion(for: label, among: labels.map(\.text))
    return FormatError(
      at: place, found: "a probability of \(VisibleText.quoting(label)), which is no label",
      expected: near.map { "a label; did you mean \(VisibleText.quoting($0))?" }
        ?? "one of the \(labels.count) labels of the request")
  }
}
