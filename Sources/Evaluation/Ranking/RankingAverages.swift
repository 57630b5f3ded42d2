import Diagnostics

/// Averages of the areas of all labels.
struct RankingAverages {
  private let rankings: [LabelRanking]
  private let supports: [Double]

  /// The averages of the rankings of all labels, whose rows weigh so much.
  init(_ rankings: [LabelRanking], supports: [Double]) {
    self.rankings = rankings
    self.supports = supports
  }

  /// One of the averages, or why there is none.
  subscript(lane: InfluenceLane) -> MetricValue {
    switch lane {
    case .area: meanArea
    case .weightedArea: weightedArea
    case .precision: .ratio(precisionSum { _ in 1 }, Double(rankings.count), else: "there are no labels")
    case .weightedPrecision:
      .ratio(precisionSum { $0 }, supports.reduce(0, +), else: "no row that counts has a label")
    case .pairArea: pairArea
    case .weightedPairArea: weightedPairArea
    }
  }

  /// Undefined where one of the areas is.
  private var meanArea: MetricValue {
    var sum = 0.0
    for ranking in rankings {
      guard case .value(let area) = ranking.rocAUC else { return ranking.rocAUC }
      sum += area
    }
    return .ratio(sum, Double(rankings.count), else: "there are no labels")
  }

  /// Labels without rows weigh nothing and are skipped.
  private var weightedArea: MetricValue {
    var sum = 0.0
    var weight = 0.0
    for (ranking, support) in zip(rankings, supports) where support > 0 {
      guard case .value(let area) = ranking.rocAUC else { return ranking.rocAUC }
      sum += area * support
      weight += support
    }
    return .ratio(min(sum, weight), weight, else: "no row that counts has a label")
  }

  /// Labels without rows count 0.
  private func precisionSum(weight: (Double) -> Double) -> Double {
    zip(rankings, supports).reduce(0) { $0 + ($1.0.averagePrecision.number ?? 0) * weight($1.1) }
  }

  private var pairArea: MetricValue {
    let labels = Double(rankings.count)
    return pairs { min(1, $0.reduce(0) { $0 + $1.sum } / (labels * (labels - 1))) }
  }

  private var weightedPairArea: MetricValue {
    // Each row counts in K − 1 pairs of labels, and each pair has two areas.
    let whole = supports.reduce(0, +) * 2 * (Double(rankings.count) - 1)
    return pairs { min(1, $0.reduce(0) { $0 + $1.weightedSum } / whole) }
  }

  private func pairs(_ mean: ([PairAreas]) -> Double) -> MetricValue {
    guard rankings.count > 1 else { return .undefined("there is one label only") }
    if let place = rankings.firstIndex(where: { $0.rocAUC.number == nil }) { return rankings[place].rocAUC }
    let pairs = rankings.compactMap(\.pairAreas)
    guard pairs.count == rankings.count else { return .undefined("rows were not ranked against one another") }
    return .value(mean(pairs))
  }
}
