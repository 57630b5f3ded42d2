import Diagnostics
import GRDB
import RunModel

extension MLflowTables {
  /// Adds the points of all metrics; of older databases without history the latest values.
  mutating func readMetrics(_ database: Database) throws {
    let names = ["run_uuid", "key", "value", "timestamp", "step", "is_nan"]
    for table in ["metrics", "latest_metrics"] {
      let isLatest = table == "latest_metrics"
      var latest: [(run: Int, key: ExactString, point: MetricPoint)] = []
      try forEach(table, names, database) { tables, row in
        guard let index = tables.run(row[0]), let name = row[1].text else { return }
        guard let point = Self.point(row[2], row[3], row[4], row[5]) else {
          return tables.report(
            "metric-row", "a value of \(VisibleText.quoting(name)) that is no number", "a number",
            "It is left out.")
        }
        let key = ExactString(name)
        if isLatest {
          if tables.records[index].record.points[key] == nil { latest.append((index, key, point)) }
        } else if !tables.append(point, key, to: index) {
          tables.report(
            "history-cut", "more than \(tables.historyLimit) points of \(VisibleText.quoting(name))",
            "fewer points of one metric", "Points between the first and the latest are left out.")
        }
      }
      for entry in latest { _ = append(entry.point, entry.key, to: entry.run) }
    }
  }

  /// A point; nil if the value is no number.
  ///
  /// Infinity is stored as the largest number, NaN as 0 with a mark.
  private static func point(
    _ value: DatabaseValue, _ time: DatabaseValue, _ step: DatabaseValue, _ isNaN: DatabaseValue
  ) -> MetricPoint? {
    var number = Double.nan
    if isNaN.integer ?? 0 == 0 {
      guard let stored = value.real else { return nil }
      number = abs(stored) == .greatestFiniteMagnitude ? (stored < 0 ? -.infinity : .infinity) : stored
    }
    return MetricPoint(
      step: Int(exactly: step.integer ?? 0) ?? 0,
      timestamp: MLflowTime.timestamp(milliseconds: time.integer), value: number)
  }

  /// Adds a point to a run's history; false if that has enough, of which the last is the latest then.
  private mutating func append(_ point: MetricPoint, _ key: ExactString, to index: Int) -> Bool {
    let count = records[index].record.points[key]?.count ?? 0
    guard count < historyLimit else {
      LatestPoint.valued.replace(point, in: &records[index].record.points[key, default: []])
      return false
    }
    records[index].record.points[key, default: []].append(point)
    if count == historyLimit - 1 {
      LatestPoint.valued.moveToEnd(of: &records[index].record.points[key, default: []])
    }
    return true
  }
}
