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
    var problems = TrainerProblems()
    _ = source.scanJSON(name) { cursor throws(JSONFault) in
      let kind = try cursor.peek()
      if kind != .object { problems.note("no object but \(TrainerProblems.words(kind))", "the file") }
      try cursor.members { cursor, member throws(JSONFault) in
        if ExactString(member) == "log_history" {
          let kind = try cursor.peek()
          if kind != .array { problems.note("no list but \(TrainerProblems.words(kind))", "log_history") }
          try cursor.elements { cursor throws(JSONFault) in
            try Self.readRow(&cursor, &points, &problems)
          }
        } else if let value = try cursor.smallValue(), values.count < ImportLimit.metrics {
          values[ExactString(member)] = value
        }
      }
    }
    problems.report(to: &source, at: name)
    self.points = points
    self.values = values
  }

  /// Reads one row of the log: numbers by name, among them the step and the epoch.
  ///
  /// The epoch has a history like any metric, with one point for each step. A row whose step is no whole number has
  /// its values without a step.
  private static func readRow(
    _ cursor: inout JSONCursor, _ points: inout MetricLog, _ problems: inout TrainerProblems
  ) throws(JSONFault) {
    var row: [(name: ExactString, value: Double)] = []
    var step: Int?
    let kind = try cursor.peek()
    if kind != .object { problems.note(TrainerProblems.words(kind), "a row of log_history") }
    try cursor.members { cursor, member throws(JSONFault) in
      let kind = try cursor.peek()
      let value = try cursor.looseNumber()
      if ExactString(member) == "step" {
        step = value.flatMap { LogNumber.step($0) }
        if step == nil { problems.note("no whole number", "the step of a row") }
        return
      }
      guard let value else {
        if kind != .null { problems.note(TrainerProblems.words(kind), VisibleText.quoting(member)) }
        return
      }
      if row.count <= ImportLimit.metrics {
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
