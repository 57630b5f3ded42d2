/// Which rows confidently belong to another label than their own.
///
/// For rows of one label, every label of which has a probability.
struct ConfidentJoint {
  private let predictions: Predictions
  /// How probable a label must be to be confident; nil for a label that no row has.
  private let thresholds: [Double?]

  /// How far probabilities may be apart and still count as equal, as in cleanlab.
  private static let tolerance = 1e-6

  /// - Complexity: Linear in the number of rows.
  init(_ predictions: Predictions) {
    self.predictions = predictions
    let schema = predictions.schema
    let width = schema.labels.count
    let parts = concurrentMap(count: predictions.batches.count) { index in
      let batch = predictions.batches[index]
      var sums = [TermSum](repeating: TermSum(), count: width)
      var weights = [Double](repeating: 0, count: width)
      for row in 0..<batch.count {
        let label = Int(batch.truth[row])
        let probability = batch.probabilities[row * width + label]
        if schema.hasWeights {
          sums[label].add(probability, weight: batch.weights[row])
          weights[label] += batch.weights[row]
        } else {
          sums[label].add(probability)
          weights[label] += 1
        }
      }
      return (sums, weights)
    }
    thresholds = (0..<width).map { label in
      var sum = TermSum()
      var weight = 0.0
      for part in parts {
        sum.merge(part.0[label])
        weight += part.1[label]
      }
      return weight > 0 ? sum.value / weight : nil
    }
  }

  /// The thresholds, or why a label has none.
  var thresholdValues: [MetricValue] {
    zip(predictions.schema.labels, thresholds).map { label, threshold in
      threshold.map { .value($0) } ?? .undefined("no row that counts is \(label.quoted)")
    }
  }

  /// The number of likely errors, and up to `limit` of them with the labels that are suggested.
  ///
  /// They are sorted by (p(given) − max {pⱼ : j ≠ given} + 1) / 2, which is rounded so that margins that differ in their
  /// last bits only are equal, as in cleanlab.
  func errors(limit: Int?) -> (count: Int, rows: [TopRows.Entry]) {
    let parts = concurrentMap(count: predictions.batches.count) { index in
      var top = TopRows(limit: limit)
      var count = 0
      for entry in errors(inBatch: index) {
        top.add(entry)
        count += 1
      }
      return (count, top.sorted())
    }
    var top = TopRows(limit: limit)
    for entry in parts.flatMap(\.1) { top.add(entry) }
    return (parts.reduce(0) { $0 + $1.0 }, top.sorted())
  }

  private func errors(inBatch index: Int) -> [TopRows.Entry] {
    let schema = predictions.schema
    let batch = predictions.batches[index]
    let width = schema.labels.count
    let bounds = thresholds.map { threshold in
      threshold.map { max($0, 2 * Self.tolerance) - Self.tolerance } ?? .infinity
    }
    return batch.probabilities.withUnsafeBufferPointer { probabilities in
      bounds.withUnsafeBufferPointer { bounds in
        (0..<batch.count).compactMap { row in
          if schema.hasWeights, batch.weights[row] == 0 { return nil }
          let cells = UnsafeBufferPointer(rebasing: probabilities[row * width..<(row + 1) * width])
          return Self.error(cells, given: Int(batch.truth[row]), bounds: bounds).map { suggested, score in
            TopRows.Entry(key: score, row: predictions.batchStarts[index] + row, label: suggested)
          }
        }
      }
    }
  }

  /// The label that a row confidently belongs to instead of the given one, with the score that it ranks by; nil if it
  /// does not.
  private static func error(
    _ probabilities: UnsafeBufferPointer<Double>, given: Int, bounds: UnsafeBufferPointer<Double>
  ) -> (suggested: Int, score: Double)? {
    let own = probabilities[given]
    // Others have less than half then, whatever a row may sum to.
    if own > 0.5 + PredictionSchema.allowedSumError { return nil }
    // Nearly every row ends here: what is the most probable is no error.
    var most = own
    for label in 0..<probabilities.count { most = probabilities[label] > most ? probabilities[label] : most }
    if most == own, !probabilities[..<given].contains(own) { return nil }
    var confidentCount = 0
    for label in 0..<probabilities.count { confidentCount &+= probabilities[label] >= bounds[label] ? 1 : 0 }
    guard confidentCount > 0 else { return nil }
    var largest = 0
    var largestOther = -1.0
    var confident: Int?
    for label in 0..<probabilities.count {
      let probability = probabilities[label]
      if probability > probabilities[largest] { largest = label }
      if label != given, probability > largestOther { largestOther = probability }
      if confident == nil, probability >= bounds[label] { confident = label }
    }
    guard let confident else { return nil }
    let suggested = confidentCount > 1 ? largest : confident
    guard suggested != given, !isFirst(given, of: probabilities) else { return nil }
    return (suggested, (probabilities[given] - largestOther + 1) / 2)
  }

  /// Whether a label is the first most probable one once it is raised by the tolerance.
  private static func isFirst(_ given: Int, of probabilities: UnsafeBufferPointer<Double>) -> Bool {
    let raised = probabilities[given] + tolerance
    for (label, probability) in probabilities.enumerated() where label != given {
      if label < given ? probability >= raised : probability > raised { return false }
    }
    return true
  }
}
