extension RowBootstrap {
  /// Σ w x / Σ w of each resample, NaN where all weight is 0.
  func means(of term: RowTerm) -> [Double] {
    let predictions = statistics.predictions
    var sums = [Double](repeating: 0, count: units.count)
    var weights = sums
    var row = 0
    for batch in predictions.batches {
      let values = term.values(batch, predictions.schema)
      for offset in 0..<batch.count {
        let weight = predictions.schema.hasWeights ? batch.weights[offset] : 1
        let unit = Int(units.unitOfRow[row])
        sums[unit] += weight * values[offset]
        weights[unit] += weight
        row += 1
      }
    }
    let (numerators, denominators) = (sums, weights)
    return mapResamples {
      { _, multiplicities in
        var above = 0.0
        var below = 0.0
        numerators.withUnsafeBufferPointer { numerators in
          denominators.withUnsafeBufferPointer { denominators in
            for unit in multiplicities.indices {
              let times = Double(multiplicities[unit])
              above += times * numerators[unit]
              below += times * denominators[unit]
            }
          }
        }
        return below > 0 ? above / below : .nan
      }
    }
  }
}
