import Evaluation

/// Which metrics a page shows at once, and which it folds away: those that say again what stands above them, or that
/// few ask for.
struct HeadlineMetrics {
  /// The metrics to be shown, in the order of the registry.
  let shown: [String]
  /// The others, in the same order.
  let folded: [String]

  /// Splits `names`; those of `kept` are shown whatever they are, such as the metric that decides.
  init(_ names: [String], task: ClassificationTask, keeping kept: Set<String> = []) {
    let headline = Self.headline(of: task).union(kept)
    let isKnown = { (name: String) in MetricRegistry.standard[name] != nil }
    shown = names.filter { headline.contains($0) || !isKnown($0) }
    folded = names.filter { !headline.contains($0) && isKnown($0) }
  }

  private static func headline(of task: ClassificationTask) -> Set<String> {
    switch task {
    case .binary:
      [
        "accuracy", "balanced_accuracy", "f1_macro", "precision_macro", "recall_macro", "matthews_corrcoef",
        "cohen_kappa", "roc_auc", "average_precision", "log_loss", "brier_score",
        "expected_calibration_error",
      ]
    case .multiclass:
      [
        "accuracy", "balanced_accuracy", "f1_macro", "precision_macro", "f1_weighted", "matthews_corrcoef",
        "cohen_kappa", "top_5_accuracy", "roc_auc_ovr_macro", "average_precision_macro", "log_loss",
        "brier_score",
        "expected_calibration_error",
      ]
    case .multilabel:
      [
        "accuracy", "f1_micro", "f1_macro", "f1_samples", "precision_micro", "recall_micro",
        "jaccard_samples",
        "roc_auc_macro", "average_precision_macro", "label_ranking_average_precision", "hamming_loss",
      ]
    }
  }
}
