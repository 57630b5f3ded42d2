/// How probabilities put the true labels of a row before its other labels, added up row by row.
struct RankingSums: Hashable, Sendable {
  private(set) var averagePrecision = TermSum()
  private(set) var loss = TermSum()
  /// Σ w · depth and Σ depth², whole numbers without weights.
  private(set) var coverage = 0.0
  private(set) var coverageSquares = 0.0

  /// What one row says.
  struct Row: Hashable, Sendable {
    /// The mean over true labels of the share of true ones among those scored at least as high; 1 where all labels are
    /// true, or none.
    var averagePrecision = 1.0
    /// The share of pairs of a true and another label in which the true one is not scored higher; 0 without pairs.
    var loss = 0.0
    /// How many labels are scored at least as high as the lowest true one; 0 without true labels.
    var coverage = 0
  }

  /// Adds the rows of a batch in which every label has a probability.
  mutating func add(_ batch: PredictionBatch, schema: PredictionSchema) {
    for row in 0..<batch.count {
      let terms = Self.row(row, in: batch, width: schema.labels.count)
      if schema.hasWeights {
        let weight = batch.weights[row]
        averagePrecision.add(terms.averagePrecision, weight: weight)
        loss.add(terms.loss, weight: weight)
        coverage += Double(terms.coverage) * weight
      } else {
        averagePrecision.add(terms.averagePrecision)
        loss.add(terms.loss)
        coverage += Double(terms.coverage)
        coverageSquares += Double(terms.coverage * terms.coverage)
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

  /// What a row says.
  ///
  /// - Complexity: O(true labels × labels).
  static func row(_ row: Int, in batch: PredictionBatch, width: Int) -> Row {
    let places = row * width..<(row + 1) * width
    let truths = places.count { batch.truthSets[$0] != 0 }
    var result = Row()
    guard truths > 0 else { return result }
    var shares = 0.0
    var wrongPairs = 0
    for place in places where batch.truthSets[place] != 0 {
      var above = (all: 0, true: 0)
      for other in places where batch.probabilities[other] >= batch.probabilities[place] {
        above.all += 1
        if batch.truthSets[other] != 0 { above.true += 1 }
      }
      shares += Double(above.true) / Double(above.all)
      wrongPairs += above.all - above.true
      result.coverage = max(result.coverage, above.all)
    }
    guard truths < width else { return result }
    result.averagePrecision = shares / Double(truths)
    result.loss = Double(wrongPairs) / Double(truths * (width - truths))
    return result
  }
}
