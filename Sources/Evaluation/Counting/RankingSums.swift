/// How probabilities put the true labels of rows before their other labels, added up row by row.
struct RankingSums: Hashable, Sendable {
  private(set) var averagePrecision = TermSum()
  private(set) var loss = TermSum()
  /// Σ w · depth, a whole number without weights.
  private(set) var coverage = 0.0
  /// Σ depth² over unweighted rows.
  private var coverageSquares = 0.0

  /// Adds some rows of a batch in which every label has a probability and a row any number of labels.
  mutating func add(_ rows: Range<Int>, of batch: PredictionBatch, schema: PredictionSchema) {
    for row in rows {
      let order = TrueLabelOrder(of: row, in: batch, labelCount: schema.labels.count)
      let depth = Double(order.coverage)
      if schema.hasWeights {
        let weight = batch.weights[row]
        averagePrecision.add(order.averagePrecision, weight: weight)
        loss.add(order.loss, weight: weight)
        coverage += depth * weight
      } else {
        averagePrecision.add(order.averagePrecision)
        loss.add(order.loss)
        coverage += depth
        coverageSquares += depth * depth
      }
    }
  }

  /// Adds later rows.
  mutating func merge(_ other: RankingSums) {
    averagePrecision.merge(other.averagePrecision)
    loss.merge(other.loss)
    coverage += other.coverage
    coverageSquares += other.coverageSquares
  }

  /// What the mean depth over `count` unweighted rows and its error follow from.
  func coverageMean(count: Int) -> RowMean {
    RowMean(sum: coverage, squares: coverageSquares, count: count)
  }
}
