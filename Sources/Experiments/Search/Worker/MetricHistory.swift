import Diagnostics
import FileFormats
import RunModel

/// Metrics over steps that a program left in its folder.
///
/// `metrics.jsonl` has a JSON object on each line, `{"step": 1, "loss": 0.3}`; `metrics.csv` a column for each metric.
/// The step is the member or column `step`, else `epoch`, else the number of the line from 0. What is not a number is
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
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated()
    where points.count < Self.limit {
      guard let document = try? JSONReader.parse(Array(line), path: WorkerProtocol.historyLines),
        let object = document.root.object
      else {
        if line.contains(where: { $0 > 0x20 }) {
          warnings.append(
            "\(WorkerProtocol.historyLines), line \(number + 1) is no JSON object; it was passed over.")
        }
        continue
      }
      add(object.members.map { ($0.name, $0.value.number?.value) }, number: number)
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
    if warnings.count > 20 { warnings.removeLast(warnings.count - 20) }
  }
}
