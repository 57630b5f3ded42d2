import Diagnostics
import RunModel

/// The points of a run's metrics while a log is read, in the order in which they were logged.
///
/// Of hostile logs no more is kept than ``ImportLimit`` allows. Of a metric with more points the latest is kept, too, be
/// it the only one.
struct MetricLog {
  private struct Series {
    let name: ExactString
    var points: [MetricPoint] = []
    var isFull = false
  }

  private var positions: [ExactString: Int] = [:]
  private var series: [Series] = []
  private var pointCount = 0
  private var leftOut = 0
  private let limit: (metric: Int, run: Int)

  /// An empty log that keeps so many points of one metric, and of all.
  init(historyLimit: Int = ImportLimit.historyPoints, runLimit: Int = ImportLimit.runPoints) {
    limit = (historyLimit, runLimit)
  }

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
      series.append(Series(name: name))
    }
    let count = series[position].points.count
    guard count == 0 || (pointCount < limit.run && count < limit.metric) else {
      leftOut += 1
      if !series[position].isFull {
        series[position].isFull = true
        LatestPoint.logged.moveToEnd(of: &series[position].points)
      }
      return LatestPoint.logged.replace(point, in: &series[position].points)
    }
    pointCount += 1
    series[position].points.append(point)
  }

  /// Counts points that were left out before they came here.
  mutating func leaveOut(_ count: Int) { leftOut += count }

  /// Gives the run its metrics and histories, and says what had no room.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - source: Where the diagnostic goes.
  ///   - name: The file that it is about.
  consuming func write(to run: inout Run, _ source: inout SourceFolder, at name: String) {
    for metric in series { run.setMetric(metric.name, points: metric.points) }
    guard leftOut > 0 else { return }
    source.report(
      .warning, "too-many-points", at: name, "more values than are kept of one run, by \(leftOut)",
      "at most \(limit.metric) values of a metric, \(limit.run) of a run, and \(ImportLimit.metrics) metrics",
      "Points between the first and the latest of a metric are left out, and metrics beyond these.")
  }
}
