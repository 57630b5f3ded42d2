/// How well the variance of an average over labels is known, as degrees of freedom.
///
/// The variance of one label's area rests on as many rows as have the label, or have not, whichever are fewer. Those of
/// all labels together are worth
///
/// (Σ vₖ)² / Σ vₖ² / (mₖ − 1)
///
/// degrees of freedom, vₖ being what label k adds to the variance and mₖ the number of those rows (Satterthwaite 1946,
/// Biometrics Bulletin 2, equation 17; the labels taken as independent). Where one rare label makes most of the variance,
/// that is hardly more than this label has.
struct AverageFreedom {
  private let rankings: [LabelRanking]
  private let supports: [Double]
  private let rows: Int

  /// The freedom of averages of the rankings of all labels, with so many rows each, among all rows.
  init(_ rankings: [LabelRanking], supports: [Double], rows: Int) {
    self.rankings = rankings
    self.supports = supports
    self.rows = rows
  }

  /// The 97.5 % point of Student's t for each of the averages, in the order of the lanes.
  var quantiles: [Double] {
    InfluenceLane.allCases.map { lane in
      let freedom =
        switch lane {
        case .area, .pairArea: freedom(\.rocAUCVariance) { _ in 1 }
        case .weightedArea, .weightedPairArea: freedom(\.rocAUCVariance) { $0 }
        case .precision: freedom(\.averagePrecisionVariance) { _ in 1 }
        case .weightedPrecision: freedom(\.averagePrecisionVariance) { $0 }
        }
      return freedom.map { StudentDistribution.quantile975(degreesOfFreedom: $0) }
        ?? NormalDistribution.quantile975
    }
  }

  private func freedom(
    _ variance: KeyPath<LabelRanking, Double?>, weight: (Double) -> Double
  ) -> Double? {
    var sum = 0.0
    var squares = 0.0
    for (ranking, support) in zip(rankings, supports) {
      guard let variance = ranking[keyPath: variance] else { return nil }
      let part = weight(support) * weight(support) * variance
      sum += part
      squares += part * part / max(1, min(support, Double(rows) - support) - 1)
    }
    return squares > 0 ? max(1, sum * sum / squares) : nil
  }
}
