/// What the influences of rows on a metric sum up to.
struct InfluenceMoments: Hashable, Sendable {
  /// The variance of the metric: Σ (u − ū)² over rows, u the change by one more such row.
  var variance: Double
  /// A sixth of the skewness Σ (u − ū)³ / variance^(3/2): the acceleration of a bootstrap interval.
  var acceleration: Double

  /// The moments of cells of so many rows with these influences each.
  init(influences: [Double], counts: [Double]) {
    let total = counts.reduce(0, +)
    let mean = zip(influences, counts).reduce(0) { $0 + $1.0 * $1.1 } / total
    var squares = 0.0
    var cubes = 0.0
    for (influence, count) in zip(influences, counts) {
      let centred = influence - mean
      squares += count * centred * centred
      cubes += count * centred * centred * centred
    }
    variance = squares
    acceleration = squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
  }

  /// The moments over unweighted rows that may have several labels; the same bits for any split of them.
  ///
  /// - Complexity: Linear in rows × labels.
  init(_ gradient: CountGradient, rowsOf predictions: Predictions) {
    let table = InfluenceTable(gradient)
    let labelCount = predictions.schema.labels.count
    // No influence is larger than this; scaled by a power of two, all terms fit into exact sums.
    let largest = (0..<labelCount).reduce(abs(table.base) + abs(table.right)) { sum, label in
      sum + table.slots[3 * label..<3 * label + 3].reduce(0) { max($0, abs($1)) }
    }
    guard largest > 0 else {
      (variance, acceleration) = (0, 0)
      return
    }
    let scale = Double(sign: .plus, exponent: -max(largest.exponent, -1000), significand: 1)
    let parts = concurrentMap(count: predictions.batches.count) { number in
      let batch = predictions.batches[number]
      var sums = (influences: ExactSum(), squares: ExactSum())
      for row in 0..<batch.count {
        let influence = table.influence(of: row, in: batch, labelCount: labelCount) * scale
        sums.influences.add(influence)
        sums.squares.add(influence * influence)
      }
      return sums
    }
    let sums = parts.reduce(into: (influences: ExactSum(), squares: ExactSum())) { all, part in
      all.influences.merge(part.influences)
      all.squares.merge(part.squares)
    }
    let mean = sums.influences.value / Double(predictions.count)
    variance = max(0, sums.squares.value - mean * sums.influences.value) / (scale * scale)
    acceleration = 0
  }
}
