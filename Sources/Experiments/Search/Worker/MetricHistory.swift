import Diagnostics
import FileFormats
import RunModel

/// Metrics over steps that a program left in its folder.
///
/// `metrics.jsonl` has a JSON object on each line, `{"step": 1, "loss": 0.3}`; `metrics.csv` a column for each metric.
/// The step is the member or column `step`, else `epoch`, else the number of the line from 0,
/// blank lines not counted. What is not a number is
/// passed over; what cannot be read at all is a warning and no error, since the results stand.
struct MetricHistory {
  /// A value at a step.
  struct Point: Hashable {
    var metric: ExactString
    var step: Int
    var value: Double
  }

  /// The points, in the order of the files.
  private(set) var points: [Point] = []
  /// What could not be read.
  private(set) var warnings: [String] = []

  /// The most points.
  static let limit = 1_000_000

  /// The most lines that are warned of one by one.
  static let warningLimit = 20

  /// Reads what is in `folder`.
  init(in folder: String, fileSystem: FileSystem) {
    let lines = FilePath.join(folder, WorkerProtocol.historyLines)
    let table = FilePath.join(folder, WorkerProtocol.historyTable)
    do {
      if JobResults.isFile(lines, in: folder, fileSystem) { try readLines(lines, fileSystem) }
      if JobResults.isFile(table, in: folder, fileSystem) { try readTable(table, fileSystem) }
    } catch let error as FormatError {
      warnings.append(error.description)
    } catch {
      warnings.append("\(error)")
    }
    if points.count >= Self.limit {
      warnings.append("Only the first \(Self.limit) values over steps were kept.")
    }
  }

  private mutating func readLines(_ path: String, _ fileSystem: FileSystem) throws {
    let bytes = try fileSystem.read(path, limit: WorkerProtocol.historyBytes)
    var badLines = 0
    var (start, lineNumber, number) = (0, 0, 0)
    // Line by line, since a list of all of them may take far more room than the file.
    while start < bytes.count, points.count < Self.limit {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      start = end + 1
      lineNumber += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      if let document = try? JSONReader.parse(Array(line), path: WorkerProtocol.historyLines),
        let object = document.root.object
      {
        add(object.members.map { ($0.name, $0.value.number?.value) }, number: number)
      } else {
        badLines += 1
        if badLines <= Self.warningLimit {
          warnings.append(
            "\(WorkerProtocol.historyLines), line \(lineNumber) is no JSON object; it was passed over.")
        }
      }
      number += 1
    }
    if badLines > Self.warningLimit {
      warnings.append("\(badLines - Self.warningLimit) more lines are no JSON objects.")
    }
  }

  private mutating func readTable(_ path: String, _ fileSystem: FileSystem) throws {
    let file = try fileSystem.open(path)
    guard file.size <= WorkerProtocol.historyBytes else {
      warnings.append("\(WorkerProtocol.historyTable) is too large and was not read.")
      return
    }
    let reader = DelimitedReader(file, path: WorkerProtocol.historyTable, delimiter: UInt8(ascii: ","))
    let names = try reader.header().names
    for (number, row) in try reader.rows().enumerated() where points.count < Self.limit {
      add(zip(names, row).map { ($0, Scalar.text($1).number) }, number: number)
    }
  }

  private mutating func add(_ values: [(name: String, number: Double?)], number: Int) {
    func isStep(_ name: String) -> Bool { name == "step" || name == "epoch" }
    let given = values.first { $0.name == "step" } ?? values.first { $0.name == "epoch" }
    let step = given.flatMap { $0.number }.flatMap { Int(exactly: $0) } ?? number
    for (name, value) in values where !isStep(name) && !name.isEmpty {
      if let value { points.append(Point(metric: ExactString(name), step: step, value: value)) }
    }
  }
}
