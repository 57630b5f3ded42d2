extension ClassificationMetric {
  /// The mean over pairs of labels of how well the scores of either tell the rows of the two apart; undefined where no
  /// row has some label.
  ///
  /// A(i|j) is the area under the ROC curve of label i's scores among the rows with label i or j. A shift in how frequent
  /// labels are does not move it.
  public static let rocAUCOneVersusOneMacro = average(
    .pairArea, name: "roc_auc_ovo_macro", title: "ROC AUC, one against one, macro", tasks: [.multiclass],
    formula: "mean over pairs i < j of (A(i|j) + A(j|i)) / 2",
    source: "Hand and Till 2001, Machine Learning 45; scikit-learn roc_auc_score, multi_class='ovo'")

  /// The same mean, each pair of labels weighted by how many rows have either.
  ///
  /// Where rows have weights, which scikit-learn does not take here, areas are of weighted pairs of rows.
  public static let rocAUCOneVersusOneWeighted = average(
    .weightedPairArea, name: "roc_auc_ovo_weighted", title: "ROC AUC, one against one, weighted",
    tasks: [.multiclass],
    formula: "mean over pairs i < j of (A(i|j) + A(j|i)) / 2, weighted by the rows of both labels",
    source: "scikit-learn roc_auc_score, multi_class='ovo', average='weighted'")
}
