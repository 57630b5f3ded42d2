extension ClassificationEvaluation {
  /// How often rows of a probability have the label with this index, or, without a label, how often the label
  /// of the largest probability of a row is the true one.
  ///
  /// Of equal probabilities of a row the first counts as the largest, whatever was predicted. `bins` are 10
  /// for a label and 15 without one, where none are given: those are the bins behind
  /// `expected_calibration_error`, and, with ``CalibrationCurve/Strategy/equalMass``, behind
  /// `expected_calibration_error_equal_mass`.
  ///
  /// Nil where the label has no probabilities; without a label also where a row may have several, where some
  /// label has no probabilities and where they do not sum to 1; and where rows were not kept but are needed,
  /// as they are for all but the bins behind the calibration error.
  ///
  /// - Precondition: `label` is the index of a label; `bins` are at least one.
  /// - Complexity: Linear in the number of rows, without a label in rows × labels; nothing is kept.
  public func calibrationCurve(
    of label: Int? = nil, bins: Int? = nil, strategy: CalibrationCurve.Strategy = .equalWidth
  ) -> CalibrationCurve? {
    precondition(label.map { schema.labels.indices.contains($0) } ?? true, "no such label")
    let count = bins ?? (label == nil ? CalibrationSums.errorBins : CalibrationSums.curveBins)
    precondition(count > 0, "a curve has at least one bin")
    guard hasProbabilities(of: label) else { return nil }
    let isPlain = !schema.hasWeights && !statistics.hasGroups
    if strategy == .equalWidth, count == CalibrationSums.errorBins, let sums = statistics.calibrationSums {
      return CalibrationCurve(
        equalWidth: label.map { sums.labels.bins(lane: $0) } ?? sums.topLabel.bins(), isPlain: isPlain)
    }
    guard statistics.keepsRows else { return nil }
    guard strategy == .equalWidth else {
      let parts = EqualMassBins(predictions, label: label, count: count, strategy: strategy)
      return CalibrationCurve(parts, strategy: strategy, isPlain: isPlain)
    }
    return CalibrationCurve(equalWidth: equalWidthBins(of: label, count: count), isPlain: isPlain)
  }

  private func hasProbabilities(of label: Int?) -> Bool {
    guard let label else {
      return schema.task != .multilabel && schema.hasProbabilities
        && schema.scoredLabelCount == schema.labels.count && schema.probabilityProblem == nil
    }
    return label < schema.scoredLabelCount
  }

  private func equalWidthBins(of label: Int?, count: Int) -> [BinnedSums.Bin] {
    let outcomes = ScoredOutcomes(predictions, label: label)
    var sums = BinnedSums(bins: count, hasWeights: schema.hasWeights)
    let probabilities =
      schema.hasWeights
      ? outcomes.weighted.map(\.probability) : outcomes.keys.joined().map { Double(bitPattern: $0 >> 1) }
    let weights = outcomes.weighted.map(\.weight)
    probabilities.withUnsafeBufferPointer { probabilities in
      weights.withUnsafeBufferPointer { sums.addCells(probabilities, weights: schema.hasWeights ? $0 : nil) }
    }
    for key in outcomes.keys.joined() where key & 1 == 1 {
      sums.addHit(Double(bitPattern: key >> 1), weight: 1)
    }
    for row in outcomes.weighted where row.isHit { sums.addHit(row.probability, weight: row.weight) }
    return sums.bins()
  }
}
