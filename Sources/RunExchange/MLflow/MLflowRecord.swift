import Diagnostics
import RunModel

/// What a store of MLflow says of one run, before it is a ``Run``.
struct MLflowRecord: Sendable {
  /// MLflow's id of the run: 32 hexadecimal digits.
  var id: String
  /// What people call it, by the store's own field.
  var name: String?
  /// How it ended: a word or its number.
  var status: String?
  /// When it began, in milliseconds since 1970.
  var startTime: Int64?
  /// When it ended, in milliseconds since 1970.
  var endTime: Int64?
  /// Fields that older versions had for what is in tags now: plain name of provenance → value.
  var provenance: [ExactString: String] = [:]
  /// Parameters, as written.
  var params: [ExactString: String] = [:]
  /// Points of each metric, in any order.
  var points: [ExactString: [MetricPoint]] = [:]
  /// Tags.
  var tags: [ExactString: String] = [:]
  /// Data sets that it had as input.
  var datasets: [MLflowDataset] = []

  /// A record with nothing but its id.
  init(id: String) {
    self.id = id
  }
}

extension MLflowRecord {
  /// The record as a run of `experiment`; its ``Run/parent`` is MLflow's id still.
  ///
  /// - Complexity: O(n log n) in the points where they are out of order.
  consuming func run(in experiment: MLflowExperiment) -> Run {
    let called = [name, tags[MLflowTag.runName]].lazy.compactMap(\.self).first { !$0.isEmpty } ?? id
    var run = Run(
      id: RunID(experiment: experiment.exactID, run: RunNaming.id(from: called, or: "run")))
    run.status = Self.status(status)
    run.timestamp = MLflowTime.timestamp(milliseconds: startTime)
    if let start = startTime, let end = endTime, MLflowTime.isPlausible(start), MLflowTime.isPlausible(end),
      end >= start
    {
      run.duration = Double(end - start) / 1000
    }
    run.params = params.mapValues(Scalar.text)
    run.metrics.reserveCapacity(points.count)
    for (name, points) in points { run.setMetric(name, points: MLflowPoints.arranged(points)) }
    run.provenance = provenance
    for (tag, name) in MLflowTag.provenance {
      if let value = tags[tag], !value.isEmpty { run.provenance[name] = value }
    }
    run.provenance["tool"] = "MLflow"
    run.provenance["experiment id"] = experiment.id
    run.provenance[SourceKey.tool] = ImportTool.mlflow.rawValue
    run.provenance[SourceKey.run] = id
    run.parent = tags[MLflowTag.parent].flatMap { $0.isEmpty ? nil : $0 }
    run.notes = tags[MLflowTag.notes]
    run.tags = tags
    run.tags[MLflowTag.notes] = nil
    run.dicts = MLflowDataset.tables(of: datasets)
    return run
  }

  /// The status that a word or a number means; without one nobody has said that the run ended.
  private static func status(_ text: String?) -> RunStatus {
    switch text {
    case "FINISHED", "3": .completed
    case "FAILED", "4": .failed
    case "KILLED", "5": .interrupted
    case "SCHEDULED", "2": .queued
    default: .running
    }
  }

  /// Whether `status` is one that MLflow writes.
  static func isKnown(status: String) -> Bool {
    ["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED", "1", "2", "3", "4", "5"].contains(status)
  }
}
