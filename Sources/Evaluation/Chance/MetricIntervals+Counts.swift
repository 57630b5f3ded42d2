extension MetricIntervals {
  /// The intervals of functions of counts: by bootstrap while it is small enough, else by the delta method.
  func functions(_ metrics: [ClassificationMetric], values: [Double]) -> [IntervalResult] {
    guard !metrics.isEmpty else { return [] }
    let rows = statistics.rowCount
    guard rows > 1 else {
      return metrics.map { _ in .undefined("one row does not tell how much rows vary") }
    }
    let limit = options.resamples == 0 ? 0 : CountBootstrap.largestWork / options.resamples
    let gradients = metrics.map { $0.gradient(at: statistics) }
    guard let cells = cells(limit: limit) else {
      return deltas(metrics, values: values, gradients: gradients)
    }
    let resampled = CountBootstrap(cells: cells, statistics: statistics, options: options).values(of: metrics)
    return concurrentMap(count: metrics.count) { place in
      let moments = gradients[place].map {
        InfluenceMoments(influences: cells.influences($0), counts: cells.counts)
      }
      return BootstrapInterval(
        resamples: resampled[place], estimate: values[place], acceleration: moments?.acceleration ?? 0
      ).result(method: .bootstrap, count: rows)
    }
  }

  /// The kinds of rows that counts are made of, or nil if there are more than `limit`.
  private func cells(limit: Int) -> CountCells? {
    guard let confusion = statistics.confusion else {
      return limit == 0 ? nil : CountCells(labelSetsOf: statistics.predictions, limit: limit)
    }
    return confusion.entries.count <= limit ? CountCells(confusion) : nil
  }

  private func deltas(
    _ metrics: [ClassificationMetric], values: [Double], gradients: [CountGradient?]
  ) -> [IntervalResult] {
    let cells = statistics.confusion.map(CountCells.init)
    return metrics.indices.map { place in
      guard let gradient = gradients[place] else {
        return .undefined("its gradient is not known, and a bootstrap would take too long")
      }
      let moments =
        cells.map { InfluenceMoments(influences: $0.influences(gradient), counts: $0.counts) }
        ?? InfluenceMoments(gradient, rowsOf: statistics.predictions)
      return DeltaMethod.result(
        values[place], variance: moments.variance, range: metrics[place].range,
        count: statistics.rowCount)
    }
  }
}
