extension RowSums {
  /// Adds the rows of a batch in which a row may have several labels.
  mutating func addSets(of batch: PredictionBatch, schema: PredictionSchema) {
    let width = schema.labels.count
    for row in 0..<batch.count {
      let weight = schema.hasWeights ? batch.weights[row] : nil
      let start = row * width
      var both = 0
      var predictedCount = 0
      var truthCount = 0
      for label in 0..<width {
        let isTrue = batch.truthSets[start + label] != 0
        let isPredicted = batch.predictedSets[start + label] != 0
        guard isTrue || isPredicted else { continue }
        if isTrue { truthCount += 1 }
        if isPredicted { predictedCount += 1 }
        if isTrue && isPredicted {
          both += 1
          labelCounts[label].truePositives += weight ?? 1
        } else if isTrue {
          labelCounts[label].falseNegatives += weight ?? 1
        } else {
          labelCounts[label].falsePositives += weight ?? 1
        }
      }
      samples.add(both: both, predicted: predictedCount, truth: truthCount, weight: weight)
      if both == truthCount && both == predictedCount { rightSets += weight ?? 1 }
    }
  }
}
