/// What calibration errors are computed from, added up row by row.
struct CalibrationSums: Hashable, Sendable {
  /// Errors have so many bins (Guo, Pleiss, Sun and Weinberger 2017, ICML).
  static let errorBins = 15
  /// Curves have so many.
  static let curveBins = 10

  /// The largest probability of each row, and whether its label is the true one.
  private(set) var topLabel = BinnedSums(count: errorBins)
  /// The probability of each label in each row, and whether the row has it, in the bins of errors.
  private(set) var labels: [BinnedSums] = []
  /// Σ (p − y)² of each label over unweighted rows.
  private var exactErrors: [ExactSum] = []
  /// Σ w (p − y)² of each label over weighted rows.
  private var weightedErrors: [Double] = []

  /// Σ w (p − y)² of each label.
  var squaredErrors: [Double] { zip(exactErrors, weightedErrors).map { $0.value + $1 } }

  init(labelCount: Int) {
    labels = [BinnedSums](repeating: BinnedSums(count: Self.errorBins), count: labelCount)
    exactErrors = [ExactSum](repeating: ExactSum(), count: labelCount)
    weightedErrors = [Double](repeating: 0, count: labelCount)
  }

  /// Adds the rows of a batch; every label has a probability, and each row one label unless `isMultilabel`.
  mutating func add(_ batch: PredictionBatch, schema: PredictionSchema) {
    let width = schema.scoredLabelCount
    let isMultilabel = schema.task == .multilabel
    for row in 0..<batch.count {
      let start = row &* width
      let weight = schema.hasWeights ? batch.weights[row] : nil
      let truth = isMultilabel ? -1 : Int(batch.truth[row])
      var largest = (label: 0, probability: -1.0)
      for label in 0..<width {
        let probability = batch.probabilities[start &+ label]
        let isTrue = isMultilabel ? batch.truthSets[start &+ label] != 0 : label == truth
        if probability > largest.probability { largest = (label, probability) }
        let error = probability - (isTrue ? 1 : 0)
        if let weight {
          labels[label].add(probability, isHit: isTrue, weight: weight)
          weightedErrors[label] += error * error * weight
        } else {
          labels[label].add(probability, isHit: isTrue)
          exactErrors[label].add(error * error)
        }
      }
      guard !isMultilabel, width > 0 else { continue }
      if let weight {
        topLabel.add(largest.probability, isHit: largest.label == truth, weight: weight)
      } else {
        topLabel.add(largest.probability, isHit: largest.label == truth)
      }
    }
  }

  /// Adds later rows.
  mutating func merge(_ other: CalibrationSums) {
    topLabel.merge(other.topLabel)
    for label in labels.indices {
      labels[label].merge(other.labels[label])
      exactErrors[label].merge(other.exactErrors[label])
      weightedErrors[label] += other.weightedErrors[label]
    }
  }
}
