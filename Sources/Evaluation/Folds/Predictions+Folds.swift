extension Predictions {
  /// What the rows of each fold say; nil if there is no column of folds, or no row.
  ///
  /// Each fold is evaluated by itself, as if the others were not there. The mean over folds is not the value
  /// of all rows together, unless folds are of one size and the metric is a mean over rows. A metric that is
  /// undefined in some fold, such as an AUC without positives, spreads over the others only, and says so.
  /// There are at most ``mostFolds``; beyond, ``FoldReport/reason`` says so.
  ///
  /// `metrics` are all of Assay's own by default. A metric of one's own that reads texts or attributes must
  /// be given: Assay's are computed without them.
  ///
  /// - Complexity: Linear in rows × labels.
  public func foldReport(metrics: MetricRegistry? = nil) -> FoldReport? {
    guard hasFolds else { return nil }
    guard let partition = ColumnPartition(self, limit: Self.mostFolds, column: \.folds) else {
      return FoldReport(reason: "there are more than \(Self.mostFolds) folds")
    }
    let options = EvaluationOptions(metrics: metrics ?? .standard, ranksLabels: false)
    return FoldReport(
      partition.values.indices.map { index in
        let part = selecting(offsets: partition.offsets[index], numbersOnly: metrics == nil)
        return Fold(
          name: partition.values[index], rows: part.count, metrics: part.evaluate(options).metrics)
      })
  }

  /// Whether there are rows, and it is known of each in which fold it was predicted.
  package var hasFolds: Bool { count > 0 && batches.allSatisfy { $0.folds != nil } }

  /// A file of more folds has no report of them.
  public static let mostFolds = 1_000
}
