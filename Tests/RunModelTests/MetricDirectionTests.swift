import RunModel
import Testing

struct MetricDirectionTests {
  @Test func theExamplesOfTheDocumentation() {
    #expect(MetricDirection.known(for: "val/accuracy") == .higherIsBetter)
    #expect(MetricDirection.known(for: "rows") == .unknown)
  }

  @Test(arguments: [
    "accuracy", "val/accuracy", "macro f1", "f1_macro", "F1-Score", "eval_f1score", "valAccuracy", "roc_auc",
    "ROC AUC", "AUROC", "test.precision", "recall@10", "matthews_corrcoef", "cohen_kappa", "r2", "mAP50",
    "bleu4",
    "top_5_accuracy", "neg_log_loss", "neg_mean_squared_error", "log_likelihood", "true negative rate",
    "negative f1", "negative predictive value", "jaccard_weighted", "average_precision", "score",
  ])
  func scores(name: String) {
    #expect(MetricDirection.known(for: name) == .higherIsBetter)
  }

  @Test(arguments: [
    "loss", "eval_loss", "val/loss", "valLoss", "log_loss", "logloss", "error", "error_rate", "RMSE", "mae",
    "time",
    "train_seconds", "perplexity", "brier_score", "brier score loss", "expected_calibration_error",
    "hamming_loss",
    "cross-entropy", "negative log likelihood", "nll", "false positive rate", "fpr", "coverage_error", "wer",
  ])
  func losses(name: String) {
    #expect(MetricDirection.known(for: name) == .lowerIsBetter)
  }

  @Test(arguments: [
    "", "rows", "epochs", "learning_rate", "lr", "depth", "glossary", "flosses", "mapping", "support", "note",
    "損失",
    "é", "12", "///", "batch_size",
  ])
  func namesThatSayNothing(name: String) {
    #expect(MetricDirection.known(for: name) == .unknown)
  }

  @Test func betterDependsOnTheDirection() {
    #expect(MetricDirection.higherIsBetter.isBetter(0.9, than: 0.8) == true)
    #expect(MetricDirection.lowerIsBetter.isBetter(0.9, than: 0.8) == false)
    #expect(MetricDirection.higherIsBetter.isBetter(0.9, than: 0.9) == false)
    #expect(MetricDirection.unknown.isBetter(0.9, than: 0.8) == nil)
    #expect(MetricDirection.higherIsBetter.isBetter(.nan, than: 0.8) == nil)
  }
}
