extension ClassificationMetric {
  /// The share of the cells of rows × labels that are wrong; where each row has one label, of the rows.
  public static let hammingLoss = ClassificationMetric(
    name: "hamming_loss", title: "Hamming loss", direction: .lowerIsBetter, needs: .labels(),
    formula: "Σ w · (labels of the row that are wrong) / (Σ w · labels); with one label a row: 1 − accuracy",
    source: "scikit-learn hamming_loss",
    chance: .byTask(
      oneLabel: .proportion(.wrong), labelSets: .mean(.sets(\.sets.hammingLoss, \.hammingLoss))),
    compute: { statistics in
      if let samples = statistics.samples { return .value(samples.hammingLoss) }
      return .value((statistics.weightSum - statistics.correctWeight) / statistics.weightSum)
    })
}
