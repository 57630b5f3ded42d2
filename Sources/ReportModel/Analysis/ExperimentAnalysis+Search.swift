import Diagnostics
import RunModel

extension ExperimentAnalysis {
  /// The runs that show how the experiment was searched, by the metric that this search is about.
  ///
  /// Mostly that is the experiment itself. Where trials belong to runs with predictions, which decide the experiment by
  /// what they did on test examples, it is the trials, which were judged by something else: the loss on validation
  /// examples.
  ///
  /// - Complexity: O(n log n) for n runs.
  var search: ExperimentAnalysis {
    let parts = RunParts(runs)
    let trials = runs.filter { parts.contains($0) && $0.run.provenance[SearchProvenance.metric] != nil }
    guard trials.count > 1 else { return self }
    var configuration = configuration
    (configuration.primaryMetric, configuration.direction, configuration.baseline) = (nil, nil, nil)
    return ExperimentAnalysis(id: id, runs: trials, configuration: configuration)
  }
}
