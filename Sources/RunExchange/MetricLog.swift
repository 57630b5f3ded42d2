import Diagnostics
import RunModel

/// The points of a run's metrics while a log is read, in the order in which they were logged.
///
/// Of hostile logs no more is kept than ``ImportLimit`` allows.
struct MetricLog {
  private var positions: [ExactString: Int] = [:]
  private var series: [(name: ExactString, points: [MetricPoint])] = []
  private var pointCount = 0
  private var leftOut = 0

  /// Whether nothing was logged.
  var isEmpty: Bool { series.isEmpty }

  /// The last point of a metric.
  func last(of name: ExactString) -> MetricPoint? {
    positions[name].flatMap { series[$0].points.last }
  }

  /// Whether the metric was logged.
  func has(_ name: ExactString) -> Bool { positions[name] != nil }

  /// Adds a point behind those of its metric.
  mutating func add(_ name: ExactString, _ point: MetricPoint) {
    let position: Int
    if let known = positions[name] {
      position = known
    } else {
      guard series.count < ImportLimit.metrics, name.text.utf8.count <= ImportLimit.nameBytes else {
        leftOut += 1
        return
      }
      position = series.count
      positions[name] = position
      series.append((name, []))
    }
    guard pointCount < ImportLimit.runPoints, series[position].points.count < ImportLimit.historyPoints else {
      leftOut += 1
      return
    }
    pointCount += 1
    series[position].points.append(point)
  }

  /// Gives the run its metrics and histories, and says what had no room.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - source: Where the diagnostic goes.
  ///   - name: The file that it is about.
  consuming func write(to run: inout Run, _ source: inout SourceFolder, at name: String) {
    for (metric, points) in series { run.setMetric(metric, points: points) }
    guard leftOut > 0 else { return }
    source.report(
      .warning, "too-many-points", at: name, "more values than are kept of one run, by \(leftOut)",
      "at most \(ImportLimit.historyPoints) values of a metric and \(ImportLimit.metrics) metrics of a run",
      "They are left out.")
  }
}
