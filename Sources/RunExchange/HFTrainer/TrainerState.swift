import Diagnostics
import FileFormats
import RunModel

/// What `trainer_state.json` holds: the rows of the log, and where the training stands.
struct TrainerState {
  /// The file's name.
  static let name = "trainer_state.json"

  /// The logged points.
  private(set) var points = MetricLog()
  /// Everything else, by name, as far as it is small.
  private(set) var values: [ExactString: JSONValue] = [:]

  /// Whether nothing could be read.
  var isEmpty: Bool { points.isEmpty && values.isEmpty }

  /// The state in a file; where the file is broken, as much as stands before that.
  init(_ name: String, _ source: inout SourceFolder) {
    var points = MetricLog()
    var values: [ExactString: JSONValue] = [:]
    _ = source.scanJSON(name) { cursor throws(JSONFault) in
      try cursor.members { cursor, member throws(JSONFault) in
        if ExactString(member) == "log_history" {
          try cursor.elements { cursor throws(JSONFault) in try Self.readRow(&cursor, &points) }
        } else if let value = try cursor.smallValue(), values.count < ImportLimit.metrics {
          values[ExactString(member)] = value
        }
      }
    }
    self.points = points
    self.values = values
  }

  /// Reads one row of the log: numbers by name, among them the step and the epoch.
  ///
  /// The epoch has a history like any metric, with one point for each step.
  private static func readRow(_ cursor: inout JSONCursor, _ points: inout MetricLog) throws(JSONFault) {
    var row: [(name: ExactString, value: Double)] = []
    var step: Int?
    try cursor.members { cursor, member throws(JSONFault) in
      guard let value = try cursor.looseNumber() else { return }
      if ExactString(member) == "step" {
        step = LogNumber.step(value)
      } else if row.count <= ImportLimit.metrics {
        // One more than has room, so that it is said that something has none.
        row.append((ExactString(member), value))
      }
    }
    for (name, value) in row {
      if name == "epoch", let last = points.last(of: name), last.step == step, last.value == value {
        continue
      }
      points.add(name, MetricPoint(step: step, value: value))
    }
  }
}
