import Diagnostics
import Evaluation
import ReportModel
import RunExchange
import RunModel

/// What a model card says of a run.
enum ModelIndexEntry {
  /// The metrics that the predictions give, in the order of the evaluation, else the logged ones; and the task.
  static func entry(of run: EvaluatedRun) -> ModelIndex.Entry {
    let logged = run.run.metricNames.compactMap { name in
      run.run.metrics[name]?.number.map { (name: name.text, value: $0) }
    }
    let recomputed = (run.evaluated?.evaluation.metrics ?? []).compactMap { metric in
      metric.value.number.map { (name: metric.name, value: $0) }
    }
    return ModelIndex.Entry(
      run: run.run, metrics: recomputed.isEmpty ? logged : recomputed, task: task(of: run))
  }

  /// The task in the words of Hugging Face, by what the examples are.
  private static func task(of run: EvaluatedRun) -> String {
    guard let predictions = run.evaluated?.evaluation.predictions else { return "tabular-classification" }
    switch ExampleNoun(predictions).singular {
    case "image": return "image-classification"
    case "text": return "text-classification"
    default: return "tabular-classification"
    }
  }
}
