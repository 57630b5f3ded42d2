import Diagnostics
import Experiments
import Jobs
import RunModel

/// The best of the jobs that are done or were pruned, by a metric that has a direction; of equals the one that was begun
/// first counts.
///
/// What is not finite is never best, as on the pages.
struct BestJob: Sendable {
  private let metric: ExactString?
  private let direction: MetricDirection
  /// The best so far.
  private(set) var job: Job?

  /// None yet, by the metric of `spec`.
  init(_ spec: SearchSpec) {
    metric = spec.metric
    direction = spec.direction?.metricDirection ?? .unknown
  }

  /// Its value.
  var value: Scalar? { job.flatMap { job in metric.flatMap { job.results[$0] } } }

  /// Takes a job into account.
  mutating func consider(_ other: Job) {
    guard other.status == .done || other.status == .pruned, let metric, direction != .unknown,
      let value = other.results[metric]?.number, value.isFinite
    else { return }
    guard let job, let current = self.value?.number else { return self.job = other }
    let isOlder = (other.started ?? other.created, other.id) < (job.started ?? job.created, job.id)
    if direction.isBetter(value, than: current) == true || value == current && isOlder { self.job = other }
  }

  /// `best accuracy=0.93: 0007 C=0.1`, or nil.
  var line: String? {
    guard let job, let metric, let value else { return nil }
    return "best \(JobText.values([metric: value])): \(job.id) \(JobText.values(job.hyperparameters))"
  }
}
