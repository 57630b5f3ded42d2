import Diagnostics

/// What the names of columns tell: whether there are true labels, and predictions to hold against them.
///
/// The names are those under which prediction files are read; a site still decides by the file itself.
struct PredictionColumns {
  private let names: Set<ExactString>

  private static let truth: [ExactString] = ["y_true", "target", "label", "actual"]
  private static let predicted: [ExactString] = [
    "y_pred", "prediction", "predicted", "y_proba", "y_score",
  ]

  /// The names of the columns of a file.
  init(_ names: some Sequence<String>) {
    self.names = Set(names.lazy.map { ExactString($0) })
  }

  /// Whether a prediction can be held against a true label.
  ///
  /// `p_…` and `prob_…` count as probabilities only where there are at least two.
  var canBeEvaluated: Bool {
    guard Self.truth.contains(where: names.contains) || count(behind: "true_") > 0 else { return false }
    return Self.predicted.contains(where: names.contains) || count(behind: "pred_") > 0
      || count(behind: "proba_") > 0 || count(behind: "p_") > 1 || count(behind: "prob_") > 1
  }

  private func count(behind prefix: String) -> Int {
    names.count { $0.text.utf8.count > prefix.utf8.count && $0.text.utf8.starts(with: prefix.utf8) }
  }
}
