import Diagnostics
import Jobs
import RunModel

/// How good a job is, by one of its results.
struct JobQuality: Hashable, Sendable {
  /// The result.
  let metric: ExactString
  /// Which way it gets better.
  let direction: SearchDirection

  /// The quality of a job, the larger the better; nil where the result is missing, no number or not finite.
  func value(of job: Job) -> Double? {
    guard let result = job.results[metric], JobResults.isMetric(result), let number = result.number,
      number.isFinite
    else { return nil }
    return direction == .maximize ? number : -number
  }
}
