import Diagnostics
import FileFormats
import RunModel

/// Sacred's metrics: for each, a list of steps, one of times and one of values.
enum SacredMetrics {
  private struct Lists {
    var steps: [Int?] = []
    var times: [UTCTimestamp?] = []
    var values: [Double?] = []
    /// How many there are of each, also of those that were not kept.
    var counts = (steps: 0, times: 0, values: 0)
    /// The position of the latest beyond what is kept, if the steps stand before the values, and what it has.
    var latest: (index: Int, step: Int)?
    var latestTime: UTCTimestamp?
    var latestValue: Double?
  }

  /// Reads the file into the run's metrics and histories.
  ///
  /// Where the lists are not equally long, only what all have counts. Values that are no numbers, such as objects of
  /// the language that wrote them, are left out. Of more than `limit` points the first are kept, and the one of the
  /// highest step, of several the last.
  static func read(
    _ file: String, _ source: inout SourceFolder, into run: inout Run,
    limit: Int = ImportLimit.historyPoints
  ) {
    var points = MetricLog(historyLimit: limit)
    var uneven: [String] = []
    var others: [String] = []
    _ = source.scanJSON(file) { cursor throws(JSONFault) in
      try cursor.members { cursor, name throws(JSONFault) in
        var lists = Lists()
        defer {
          if lists.counts.steps != lists.counts.values { uneven.append(name) }
          if add(lists, ExactString(name), to: &points) { others.append(name) }
        }
        try read(&lists, &cursor, limit)
      }
    }
    points.write(to: &run, &source, at: file)
    for name in uneven.prefix(ImportLimit.metrics) {
      source.report(
        .warning, "uneven-lists", at: file,
        "the metric \(VisibleText.quoting(name)) with lists of unequal length",
        "as many steps as values", "What both have is read.")
    }
    for name in others.prefix(ImportLimit.metrics) {
      source.report(
        .warning, "no-number", at: file,
        "values of the metric \(VisibleText.quoting(name)) that are no numbers",
        "numbers", "They are left out.")
    }
  }

  private static func read(_ lists: inout Lists, _ cursor: inout JSONCursor, _ limit: Int) throws(JSONFault) {
    try cursor.members { cursor, list throws(JSONFault) in
      switch ExactString(list) {
      case "steps":
        try cursor.elements { cursor throws(JSONFault) in
          let step = try cursor.looseNumber().flatMap { LogNumber.step($0) }
          if lists.steps.count < limit {
            lists.steps.append(step)
          } else if let step, step >= lists.latest?.step ?? .min {
            lists.latest = (lists.counts.steps, step)
          }
          lists.counts.steps += 1
        }
      case "timestamps":
        try cursor.elements { cursor throws(JSONFault) in
          let time = try Self.time(&cursor)
          if lists.times.count < limit {
            lists.times.append(time)
          } else if lists.latest?.index ?? lists.counts.times == lists.counts.times {
            lists.latestTime = time
          }
          lists.counts.times += 1
        }
      case "values":
        try cursor.elements { cursor throws(JSONFault) in
          let value = try cursor.looseNumber()
          if lists.values.count < limit {
            lists.values.append(value)
          } else if lists.latest?.index ?? lists.counts.values == lists.counts.values {
            lists.latestValue = value
          }
          lists.counts.values += 1
        }
      default: try cursor.skip()
      }
    }
  }

  private static func time(_ cursor: inout JSONCursor) throws(JSONFault) -> UTCTimestamp? {
    guard try cursor.peek() == .string else {
      try cursor.skip()
      return nil
    }
    let text = try cursor.string()
    return text.range.count <= 64 ? UTCTimestamp(cursor.decode(text).string) : nil
  }

  /// Adds the points of a metric; returns whether a value was no number.
  private static func add(_ lists: Lists, _ name: ExactString, to points: inout MetricLog) -> Bool {
    var hasOther = false
    for (index, (step, value)) in zip(lists.steps, lists.values).enumerated() {
      guard let value else {
        hasOther = true
        continue
      }
      let time = index < lists.times.count ? lists.times[index] : nil
      points.add(name, MetricPoint(step: step, timestamp: time, value: value))
    }
    let beyond = min(lists.counts.steps, lists.counts.values) - min(lists.steps.count, lists.values.count)
    guard beyond > 0 else { return hasOther }
    points.leaveOut(beyond)
    if let latest = lists.latest, let value = lists.latestValue {
      points.leaveOut(-1)
      points.add(name, MetricPoint(step: latest.step, timestamp: lists.latestTime, value: value))
    }
    return hasOther
  }
}
