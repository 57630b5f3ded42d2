extension RowBootstrap {
  /// The areas of one ranking in all resamples.
  private struct Areas: Sendable {
    var rocAUC: [Double]
    var averagePrecision: [Double]

    func ranking(_ resample: Int) -> LabelRanking {
      LabelRanking(
        rocAUC: Self.value(rocAUC[resample]), averagePrecision: Self.value(averagePrecision[resample]))
    }

    private static func value(_ number: Double) -> MetricValue {
      number.isNaN ? .undefined("undefined in a resample") : .value(number)
    }
  }

  /// The values of metrics of counts and rankings, each for all resamples; NaN where undefined.
  ///
  /// - Complexity: O(resamples × rows × labels) where `isRanked`, on all cores.
  func functions(_ metrics: [ClassificationMetric], isRanked: Bool) -> [[Double]] {
    guard !metrics.isEmpty else { return [] }
    let task = statistics.schema.task
    let isNeeded = metrics.contains { if case .ranking = $0.chance.of(task) { true } else { false } }
    let areas = isRanked && isNeeded ? rankings() : (labels: [], micro: nil)
    let counts = UnitCounts(statistics.predictions, units: units)
    let values = mapResamples {
      var resampled = statistics
      resampled.confusion = nil
      var scratch = [Double](repeating: 0, count: 3 * statistics.labelCounts.count)
      return { resample, multiplicities in
        counts.fill(&resampled, multiplicities: multiplicities, scratch: &scratch)
        for (label, areas) in areas.labels.enumerated() {
          resampled.rankings[label] = areas.ranking(resample)
        }
        if let micro = areas.micro { resampled.microRanking = micro.ranking(resample) }
        guard resampled.weightSum > 0 else { return metrics.map { _ in Double.nan } }
        return metrics.map { $0.compute(resampled).number ?? .nan }
      }
    }
    return metrics.indices.map { metric in values.map { $0[metric] } }
  }

  /// The areas of every ranking that the statistics hold.
  private func rankings() -> (labels: [Areas], micro: Areas?) {
    let predictions = statistics.predictions
    let count = statistics.rankings.count
    let hasMicro = statistics.microRanking != nil
    // The longest goes first.
    let all = concurrentMap(count: count + (hasMicro ? 1 : 0)) { index in
      let label = hasMicro ? index - 1 : index
      let ranked = RankedUnits(
        predictions, labels: label < 0 ? 0..<count : label..<label + 1, units: units.unitOfRow)
      let found = mapResamplesInOrder { ranked.areas($1) }
      return Areas(rocAUC: found.map(\.rocAUC), averagePrecision: found.map(\.averagePrecision))
    }
    return hasMicro ? (Array(all.dropFirst()), all.first) : (all, nil)
  }
}
