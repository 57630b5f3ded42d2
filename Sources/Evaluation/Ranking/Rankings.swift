import Diagnostics

/// What the rankings of all labels say, and of all cells together.
struct Rankings: Sendable {
  /// The ranking of each label that has probabilities, in the order of the labels.
  var labels: [LabelRanking]
  /// The ranking of all cells of rows × labels; absent where there are two labels, one a row, unless every label
  /// has probabilities, and where it is not asked for.
  var micro: LabelRanking?
  /// The 95 % intervals of averages over labels.
  var intervals: RankingIntervals

  /// So many labels are counted beforehand at once.
  private static let blockSize = 64

  /// Rankings of labels that were not ranked.
  init(unranked schema: PredictionSchema, because reason: String) {
    let none = MetricValue.undefined(reason)
    labels = [LabelRanking](
      repeating: LabelRanking(rocAUC: none, averagePrecision: none), count: schema.scoredLabelCount)
    intervals = RankingIntervals(undefined: reason)
  }

  /// Ranks the rows of `predictions` for every label that has probabilities.
  ///
  /// `supports` are the weights of the rows with each label; `extent` is not nothing. With `keepsCurves`, what curves are
  /// drawn from is kept.
  ///
  /// - Complexity: Linear in rows × labels.
  init(
    _ predictions: Predictions, supports: [Double], extent: RankingExtent = .everything,
    keepsCurves: Bool = false
  ) {
    let schema = predictions.schema
    let isWhole = schema.hasProbabilities && schema.scoredLabelCount == schema.labels.count
    let hasAverages = isWhole && schema.task != .binary
    let hasMicro = hasAverages && extent == .everything
    let worker = LabelRanker(
      predictions, supports: supports, averages: hasAverages, extent: extent, keepsCurves: keepsCurves,
      countsCells: hasMicro && CellRanking.isTabled(predictions))
    let scored = Array(0..<schema.scoredLabelCount)
    labels = stride(from: 0, to: scored.count, by: Self.blockSize).flatMap { start in
      worker.rankings(of: Array(scored[start..<min(start + Self.blockSize, scored.count)]))
    }
    intervals = worker.intervals(labels)
    micro = hasMicro ? CellRanking.ranking(of: predictions, tables: worker.cellTables) : nil
  }
}
