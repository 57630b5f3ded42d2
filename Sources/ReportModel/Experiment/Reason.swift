import Diagnostics
import Evaluation
import RunModel

/// Why a run is not ranked.
enum Reason {
  /// The reason in the words of whoever knows it, for a cell.
  static func text(_ entry: EvaluatedRun, metric: PrimaryMetric?) -> String {
    if let error = entry.run.error { return Wording.lastLine(of: error, limit: 160) }
    if let problem = entry.diagnostics.first(where: { $0.severity > .note }) {
      return Wording.sentenceStart(Wording.cut(problem.found, to: 160)) + "."
    }
    return sentence(entry, metric: metric)
  }

  /// What is missing, as a sentence.
  static func sentence(_ entry: EvaluatedRun, metric: PrimaryMetric?) -> String {
    if entry.evaluated == nil, entry.run.metrics.isEmpty {
      return entry.run.status == .completed
        ? "This run left neither predictions nor a metric."
        : "This run is \(entry.run.status.rawValue) and has neither predictions nor a metric."
    }
    if entry.run.status == .failed { return "This run failed, so what it measured before does not count." }
    guard let metric else { return "No metric of this run is a number." }
    if let reason = entry.evaluated?.evaluation[metric.name.text]?.reason {
      return "\(metric.title) is undefined: \(reason)."
    }
    return "This run has no \(metric.titleInSentence) to be ranked by."
  }
}
