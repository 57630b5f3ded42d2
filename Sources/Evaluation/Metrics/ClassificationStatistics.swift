import Diagnostics

/// The sums that metrics are computed from.
public struct ClassificationStatistics: Sendable {
  /// The rows themselves, for a metric that the sums do not serve; without rows unless ``keepsRows``.
  public let predictions: Predictions
  /// The number of rows, kept or not.
  public let rowCount: Int
  /// Whether the rows were kept; if not, there are sums over them only, and they were not ranked.
  public let keepsRows: Bool
  /// Whether rows belong to groups.
  public let hasGroups: Bool
  /// The sum of the weights of the rows; their number without weights.
  public internal(set) var weightSum: Double
  /// The weight of the rows for which exactly the true labels were predicted.
  public internal(set) var correctWeight: Double
  /// True and false positives and negatives of each label.
  public internal(set) var labelCounts: [LabelCounts]
  /// How often each label was predicted as each; absent when rows may have several labels.
  public internal(set) var confusion: ConfusionMatrix?
  /// Averages over the label sets of rows; absent unless rows may have several labels.
  public let samples: SampleAverages?
  /// The mean of −ln p of the true label, p clipped to [2⁻⁵², 1 − 2⁻⁵²]; 0 unless every label has a probability.
  public internal(set) var meanLogLoss: Double
  /// The mean squared error: of the positive label's probability, or summed over the labels of a row; 0 unless
  /// every label has a probability.
  public internal(set) var meanSquaredError: Double
  /// How well scores rank the rows of each label that has probabilities, in the order of the labels.
  public internal(set) var rankings: [LabelRanking]
  /// How well scores rank all cells of rows × labels; absent for binary problems, and unless all labels have
  /// probabilities.
  public internal(set) var microRanking: LabelRanking?
  /// The 95 % intervals of averages of ``rankings``.
  let rankingIntervals: RankingIntervals

  /// The sums over rows that means and their errors follow from; of use only where rows count alike.
  let rowMeans: RowMeans

  /// The losses of the rows of each label; of use only where rows count alike, and every label has a probability.
  let lossesByLabel: LossesByLabel
  /// How often the true label has the largest probability of its row, the second largest, and so on; without
  /// ranks unless each row has one label and every label a probability.
  public let truthRanks: TruthRanks
  /// Σ w (p − y)² of each label that has probabilities, p being its probability and y 1 where a row has it,
  /// else 0.
  public let squaredErrorSums: [Double]
  /// What calibration errors follow from; absent without probabilities.
  let calibrationSums: CalibrationSums?
  /// How probabilities put true labels before others; absent unless rows may have several labels, all with
  /// probabilities.
  let rankingSums: RankingSums?

  /// What the rows have in common.
  public var schema: PredictionSchema { predictions.schema }

  /// How well probabilities agree with what happened; absent unless every label has a probability.
  ///
  /// - Complexity: Linear in the number of labels.
  public var calibration: Calibration? {
    guard let sums = calibrationSums, schema.scoredLabelCount == schema.labels.count else { return nil }
    return Calibration(sums, statistics: self)
  }

  /// Why there is nothing that needs the rows themselves.
  static let noRows = "rows were not kept"

  /// The statistics of predictions whose rows add up to `sums`; what is computed from rankings
  /// beyond `ranks`, which take most of the time, is undefined.
  ///
  /// Without `keepsRows` there are no rows in `predictions`; with `keepsCurves`, what curves are drawn from is kept.
  init(
    predictions: Predictions, sums: RowSums, ranks: RankingExtent = .everything, keepsRows: Bool = true,
    keepsCurves: Bool = false
  ) {
    self.predictions = predictions
    self.keepsRows = keepsRows
    rowCount = sums.rowCount
    hasGroups = sums.hasGroups
    let schema = predictions.schema
    let weightSum = sums.weightSum
    self.weightSum = weightSum
    if let cells = sums.cells {
      let matrix = ConfusionMatrix(labels: schema.labels, entries: cells.entries)
      confusion = matrix
      correctWeight = matrix.diagonal.reduce(0, +)
      labelCounts = matrix.labelCounts
      samples = nil
    } else {
      confusion = nil
      correctWeight = sums.rightSets
      labelCounts = sums.labelCounts.map { counts in
        var counts = counts
        counts.setTrueNegatives(total: weightSum)
        return counts
      }
      samples = sums.samples.averages(weightSum: weightSum, labelCount: schema.labels.count)
    }
    meanLogLoss = sums.logLoss.value / weightSum
    meanSquaredError = sums.squaredError.value / weightSum
    rowMeans = RowMeans(sums, correctWeight: correctWeight, labelCount: schema.labels.count)
    lossesByLabel = sums.losses
    truthRanks = sums.truthRanks
    calibrationSums = sums.calibration
    squaredErrorSums = sums.calibration?.squaredErrorSums ?? []
    rankingSums = sums.ranking
    let found =
      ranks != .nothing && keepsRows
      ? Rankings(
        predictions, supports: labelCounts.map(\.support), extent: ranks, keepsCurves: keepsCurves)
      : Rankings(unranked: schema, because: keepsRows ? "rows were not ranked" : Self.noRows)
    rankings = found.labels
    microRanking = found.micro
    rankingIntervals = found.intervals
  }
}
