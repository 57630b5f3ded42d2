public import Diagnostics
public import RunModel

extension ExperimentResult {
  /// The results of an experiment's runs, by one of their metrics.
  ///
  /// Each run is a result with the run's parameters in natural order. Its metadata are its own id as `run_id`, its
  /// `status` unless it completed, and its other metrics. A run without the metric has a score of NaN; one that
  /// failed has its error besides. The results that are equally good stand oldest first.
  ///
  /// - Parameters:
  ///   - runs: Runs of one experiment, in any order.
  ///   - metric: The metric that is the score.
  ///   - direction: Which way it gets better; by default what its name says.
  ///   - name: What the search is called; by default as the experiment of the first run.
  public init(
    runs: [Run], metric: ExactString, direction: MetricDirection? = nil, name: ExactString? = nil
  ) {
    let runs = runs.sorted(by: Run.isOlder)
    self.init(
      runResults: runs.map { Self.result($0, metric: metric) },
      metadata: ["metric": .text(metric.text)],
      name: name ?? runs.first?.id.experiment,
      direction: direction ?? MetricDirection.known(for: metric.text))
  }

  private static func result(_ run: Run, metric: ExactString) -> RunResult {
    var metadata: ResultValues = ["run_id": .text(run.displayName)]
    if run.status != .completed { metadata["status"] = .text(run.status.rawValue) }
    for name in run.metricNames where name != metric && metadata[name] == nil {
      metadata[name] = run.metrics[name]
    }
    let isFailed = run.status == .failed
    return RunResult(
      score: run.metrics[metric]?.number ?? .nan, params: ResultValues(run.params), metadata: metadata,
      error: run.error ?? (isFailed ? "The run failed without saying why." : nil))
  }
}
