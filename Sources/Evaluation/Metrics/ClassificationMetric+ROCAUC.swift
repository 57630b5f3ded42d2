extension ClassificationMetric {
  /// The area under the ROC curve of the positive label.
  public static let rocAUC = ClassificationMetric(
    name: "roc_auc", title: "ROC AUC", needs: .scores([.binary]),
    formula: "P(score of a positive > score of a negative) + ½ P(equal)",
    source: "Hanley and McNeil 1982, Radiology 143; scikit-learn roc_auc_score",
    chance: .unmeasuredRanking,
    compute: { statistics in
      guard let positive = statistics.schema.positive else {
        return .undefined("no label is the positive one")
      }
      return statistics.rankings[positive].rocAUC
    })

  /// The mean area under the ROC curves of each label against the rest; undefined where one of them is.
  public static let rocAUCOneVersusRestMacro = ClassificationMetric(
    name: "roc_auc_ovr_macro", title: "ROC AUC, one against the rest, macro",
    needs: .probabilities([.multiclass]),
    formula: "mean over labels of the label's ROC AUC against the rest",
    source: "scikit-learn roc_auc_score, multi_class='ovr', average='macro'",
    chance: .unmeasuredRanking,
    compute: { meanArea($0.rankings) })

  /// The mean area under the ROC curves of each label against the rest, weighted by how many rows have the label.
  ///
  /// Labels that no row has weigh nothing and are skipped.
  public static let rocAUCOneVersusRestWeighted = ClassificationMetric(
    name: "roc_auc_ovr_weighted", title: "ROC AUC, one against the rest, weighted",
    needs: .probabilities([.multiclass]),
    formula: "mean over labels of the label's ROC AUC against the rest, weighted by tp + fn",
    source: "scikit-learn roc_auc_score, multi_class='ovr', average='weighted'",
    chance: .unmeasuredRanking,
    compute: { statistics in
      var sum = 0.0
      var weight = 0.0
      for (ranking, counts) in zip(statistics.rankings, statistics.labelCounts) where counts.support > 0 {
        guard case .value(let area) = ranking.rocAUC else { return ranking.rocAUC }
        sum += area * counts.support
        weight += counts.support
      }
      return .ratio(sum, weight, else: "no row that counts has a label")
    })

  /// The mean area under the ROC curves of the labels; undefined where one of them is.
  public static let rocAUCMacro = ClassificationMetric(
    name: "roc_auc_macro", title: "ROC AUC, macro", needs: .probabilities([.multilabel]),
    formula: "mean over labels of the label's ROC AUC",
    source: "scikit-learn roc_auc_score, average='macro'",
    chance: .unmeasuredRanking,
    compute: { meanArea($0.rankings) })

  /// The area under the ROC curve of all cells of rows × labels together.
  public static let rocAUCMicro = ClassificationMetric(
    name: "roc_auc_micro", title: "ROC AUC, micro", needs: .probabilities([.multilabel]),
    formula: "the ROC AUC of all cells of rows × labels",
    source: "scikit-learn roc_auc_score, average='micro'",
    chance: .unmeasuredRanking,
    compute: { $0.microRanking?.rocAUC ?? .undefined("not every label has a probability") })

  private static func meanArea(_ rankings: [LabelRanking]) -> MetricValue {
    var sum = 0.0
    for ranking in rankings {
      guard case .value(let area) = ranking.rocAUC else { return ranking.rocAUC }
      sum += area
    }
    return .ratio(sum, Double(rankings.count), else: "there are no labels")
  }
}
