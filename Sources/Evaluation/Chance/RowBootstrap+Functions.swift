extension RowBootstrap {
  /// The values of metrics of counts, means and rankings, each for all resamples; NaN where undefined.
  ///
  /// - Complexity: O(resamples × rows × labels) where `isRanked`, on all cores.
  func functions(_ metrics: [ClassificationMetric], isRanked: Bool) -> [[Double]] {
    guard !metrics.isEmpty else { return [] }
    let task = statistics.schema.task
    let areas =
      isRanked && metrics.contains { $0.chance.of(task).isRanking } ? rankings() : (labels: [], micro: nil)
    let isOfMeans = metrics.contains { if case .influence = $0.chance.of(task) { true } else { false } }
    let losses = isOfMeans ? means(of: .logLoss) : []
    let errors = isOfMeans ? means(of: .squaredError) : []
    let counts = UnitCounts(statistics.predictions, units: units)
    let values = mapResamples {
      var resampled = statistics
      resampled.confusion = nil
      var scratch = [Double](repeating: 0, count: 3 * statistics.labelCounts.count)
      return { resample, multiplicities in
        counts.fill(&resampled, multiplicities: multiplicities, scratch: &scratch)
        if isOfMeans {
          resampled.meanLogLoss = losses[resample]
          resampled.meanSquaredError = errors[resample]
        }
        for (label, areas) in areas.labels.enumerated() {
          resampled.rankings[label] = LabelRanking(areas[resample])
        }
        if let micro = areas.micro { resampled.microRanking = LabelRanking(micro[resample]) }
        guard resampled.weightSum > 0 else { return metrics.map { _ in Double.nan } }
        return metrics.map { $0.compute(resampled).number ?? .nan }
      }
    }
    return metrics.indices.map { metric in values.map { $0[metric] } }
  }

  /// The areas of every ranking that the statistics hold.
  private func rankings() -> (labels: [[RankedUnits.Areas]], micro: [RankedUnits.Areas]?) {
    let predictions = statistics.predictions
    let count = statistics.rankings.count
    let hasMicro = statistics.microRanking != nil
    // The longest goes first.
    let all = concurrentMap(count: count + (hasMicro ? 1 : 0)) { index in
      let label = hasMicro ? index - 1 : index
      let ranked = RankedUnits(
        predictions, labels: label < 0 ? 0..<count : label..<label + 1, units: units.unitOfRow)
      guard label >= 0, statistics.rankings[label].pairAreas != nil else {
        return mapResamplesInOrder { ranked.areas($1) }
      }
      return mapResamplesInOrder { ranked.areasWithPairs($1, labelCount: count) }
    }
    return hasMicro ? (Array(all.dropFirst()), all.first) : (all, nil)
  }
}

extension LabelRanking {
  /// The ranking of a resample.
  fileprivate init(_ areas: RankedUnits.Areas) {
    self.init(rocAUC: Self.value(areas.rocAUC), averagePrecision: Self.value(areas.averagePrecision))
    pairAreas = areas.pairs
  }

  private static func value(_ number: Double) -> MetricValue {
    number.isNaN ? .undefined("undefined in a resample") : .value(number)
  }
}
