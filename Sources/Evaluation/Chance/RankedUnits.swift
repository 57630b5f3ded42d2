/// The scores of rows for one label, or for all labels thrown together, sorted once for all resamples.
struct RankedUnits: Sendable {
  /// The unit of each score, the highest score first.
  private var units: [Int32] = []
  /// The weight of its row, negative where the row does not have the label.
  private var weights: [Double] = []
  /// Whether the next score is another.
  private var isLast: [Bool] = []

  init(_ predictions: Predictions, labels: Range<Int>, units unitOfRow: [Int32]) {
    let schema = predictions.schema
    var entries: [(score: Double, unit: Int32, weight: Double)] = []
    entries.reserveCapacity(predictions.count * labels.count)
    for label in labels {
      var row = 0
      for batch in predictions.batches {
        for offset in 0..<batch.count {
          let weight = schema.hasWeights ? batch.weights[offset] : 1
          let isTrue =
            schema.task == .multilabel
            ? batch.truthSets[offset * schema.labels.count + label] != 0 : batch.truth[offset] == label
          if weight > 0 {
            entries.append(
              (
                batch.probabilities[offset * schema.scoredLabelCount + label], unitOfRow[row],
                isTrue ? weight : -weight
              ))
          }
          row += 1
        }
      }
    }
    entries.sort { $0.score > $1.score }
    units = entries.map(\.unit)
    weights = entries.map(\.weight)
    isLast = entries.indices.map { $0 + 1 == entries.count || entries[$0].score != entries[$0 + 1].score }
  }

  /// The area under the ROC curve and the average precision of a resample; NaN where undefined.
  func areas(_ multiplicities: UnsafeBufferPointer<UInt16>) -> (rocAUC: Double, averagePrecision: Double) {
    var above = (positives: 0.0, negatives: 0.0)
    var tied = (positives: 0.0, negatives: 0.0)
    var wonPairs = 0.0
    var precisionSum = 0.0
    for place in units.indices {
      let weight = weights[place] * Double(multiplicities[Int(units[place])])
      tied.positives += max(weight, 0)
      tied.negatives -= min(weight, 0)
      guard isLast[place] else { continue }
      wonPairs += tied.negatives * (above.positives + tied.positives / 2)
      above.positives += tied.positives
      above.negatives += tied.negatives
      if tied.positives > 0 {
        precisionSum += tied.positives * (above.positives / (above.positives + above.negatives))
      }
      tied = (0, 0)
    }
    let pairs = above.positives * above.negatives
    return (
      pairs > 0 ? min(1, wonPairs / pairs) : .nan,
      above.positives > 0 ? min(1, precisionSum / above.positives) : .nan
    )
  }
}
