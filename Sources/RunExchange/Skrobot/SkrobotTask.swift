import Diagnostics

/// A sort of task, and which files in the folder are of its making.
struct SkrobotTask {
  /// The name by which skrobot calls the sort: `evaluation_cross_validation_task`.
  let type: ExactString
  /// The names of its files without suffix: the type, with a number from the second execution on.
  let stem: ExactString
  /// What Assay recorded of the execution, if it was run by Assay.
  let execution: SkrobotExecution?

  /// The task whose files begin with `stem`.
  init(stem: ExactString, execution: SkrobotExecution?) {
    self.stem = stem
    self.execution = execution
    type = execution.map { ExactString($0.type) } ?? stem
  }

  /// The name without `_task`, which says nothing.
  var shortName: String {
    let suffix = "_task"
    let name = type.text
    return name.hasSuffix(suffix) && name.utf8.count > suffix.utf8.count
      ? String(name.dropLast(suffix.count)) : name
  }

  /// Whether the sort is one of skrobot's own; any other is a task that its user wrote.
  var isKnown: Bool { Self.outputs[type] != nil }

  /// Whether the task wrote the file or folder `name`.
  func wrote(_ name: String) -> Bool {
    Self.outputs[type]?.contains(ExactString(name)) == true
  }

  static let training: ExactString = "train_task"
  static let prediction: ExactString = "prediction_task"
  static let search: ExactString = "hyper_parameters_search_cross_validation_task"
  static let selection: ExactString = "feature_selection_cross_validation_task"
  static let evaluation: ExactString = "evaluation_cross_validation_task"

  /// What each sort writes beside its parameters.
  private static let outputs: [ExactString: Set<ExactString>] = [
    training: ["trained_model.pkl"],
    prediction: ["predictions.csv"],
    search: ["search_results.html"],
    selection: ["features_selected.txt"],
    evaluation: [
      "cv_splits_threshold_metrics.html", "cv_splits_threshold_metrics_summary.html",
      "test_threshold_metrics.html", "classification_reports", "confusion_matrixes", "roc_curves",
      "pr_curves",
      "false_positives_reports", "false_negatives_reports",
    ],
    "deep_feature_synthesis_task": [
      "synthesized_dataset.csv", "feature_definitions.txt", "feature_information.html", "feature_graphs",
    ],
    "dataset_calculation_task": [],
  ]
}
