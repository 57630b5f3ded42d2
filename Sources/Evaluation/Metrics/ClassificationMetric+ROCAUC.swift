extension ClassificationMetric {
  /// The area under the ROC curve of the positive label.
  ///
  /// Its interval is that of DeLong's variance on the logit scale.
  public static let rocAUC = ClassificationMetric(
    name: "roc_auc", title: "ROC AUC", needs: .scores([.binary], from: .labelRankings),
    formula: "P(score of a positive > score of a negative) + ½ P(equal)",
    source: "Hanley and McNeil 1982, Radiology 143; scikit-learn roc_auc_score",
    chance: .ranking { statistics in
      statistics.schema.positive.map { statistics.rankings[$0].rocAUCInterval }
        ?? .undefined("no label is the positive one")
    },
    compute: { statistics in
      guard let positive = statistics.schema.positive else {
        return .undefined("no label is the positive one")
      }
      return statistics.rankings[positive].rocAUC
    })

  /// The mean area under the ROC curves of each label against the rest; undefined where one of them is.
  public static let rocAUCOneVersusRestMacro = average(
    .area, name: "roc_auc_ovr_macro", title: "ROC AUC, one against the rest, macro", tasks: [.multiclass],
    formula: "mean over labels of the label's ROC AUC against the rest",
    source: "scikit-learn roc_auc_score, multi_class='ovr', average='macro'")

  /// The mean area under the ROC curves of each label against the rest, weighted by how many rows have the label.
  ///
  /// Labels that no row has weigh nothing and are skipped. Its interval knows that the weights are due to chance too.
  public static let rocAUCOneVersusRestWeighted = average(
    .weightedArea, name: "roc_auc_ovr_weighted", title: "ROC AUC, one against the rest, weighted",
    tasks: [.multiclass],
    formula: "mean over labels of the label's ROC AUC against the rest, weighted by tp + fn",
    source: "scikit-learn roc_auc_score, multi_class='ovr', average='weighted'")

  /// The area under the ROC curve of all cells of rows × labels together.
  public static let rocAUCOneVersusRestMicro = ClassificationMetric(
    name: "roc_auc_ovr_micro", title: "ROC AUC, one against the rest, micro",
    needs: .probabilities([.multiclass]), formula: "the ROC AUC of all cells of rows × labels",
    source: "scikit-learn roc_auc_score, multi_class='ovr', average='micro'",
    chance: .unmeasuredRanking,
    compute: { $0.microRanking?.rocAUC ?? .undefined("not every label has a probability") })

  /// The mean area under the ROC curves of the labels; undefined where one of them is.
  public static let rocAUCMacro = average(
    .area, name: "roc_auc_macro", title: "ROC AUC, macro", tasks: [.multilabel],
    formula: "mean over labels of the label's ROC AUC",
    source: "scikit-learn roc_auc_score, average='macro'")

  /// The mean area under the ROC curves of the labels, weighted by how many rows have the label.
  ///
  /// Labels that no row has weigh nothing and are skipped. Its interval knows that the weights are due to chance too.
  public static let rocAUCWeighted = average(
    .weightedArea, name: "roc_auc_weighted", title: "ROC AUC, weighted", tasks: [.multilabel],
    formula: "mean over labels of the label's ROC AUC, weighted by tp + fn",
    source: "scikit-learn roc_auc_score, average='weighted'")

  /// The area under the ROC curve of all cells of rows × labels together.
  public static let rocAUCMicro = ClassificationMetric(
    name: "roc_auc_micro", title: "ROC AUC, micro", needs: .probabilities([.multilabel]),
    formula: "the ROC AUC of all cells of rows × labels",
    source: "scikit-learn roc_auc_score, average='micro'",
    chance: .unmeasuredRanking,
    compute: { $0.microRanking?.rocAUC ?? .undefined("not every label has a probability") })

  /// An average over labels, whose interval comes from what each row moves it by.
  static func average(
    _ lane: InfluenceLane, name: String, title: String, tasks: Set<ClassificationTask>, formula: String,
    source: String
  ) -> ClassificationMetric {
    var needs = Needs.probabilities(tasks, from: lane.isOfPairs ? .rankings : .labelRankings)
    needs.average = lane
    return ClassificationMetric(
      name: name, title: title, needs: needs, formula: formula, source: source,
      chance: .ranking { $0.rankingIntervals[lane] },
      compute: { RankingAverages($0.rankings, supports: $0.labelCounts.map(\.support))[lane] })
  }
}
