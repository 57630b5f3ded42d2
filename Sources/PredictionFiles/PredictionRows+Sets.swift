extension PredictionRows {
  /// Says whether a label of the row that is being read is true.
  mutating func setTruth(_ label: Int, _ value: UInt8) {
    set(label, value, in: \.truthSets)
  }

  /// Says whether a label of the row that is being read is predicted.
  mutating func setPredicted(_ label: Int, _ value: UInt8) {
    set(label, value, in: \.predictedSets)
  }

  /// Predicts the labels with a probability above 0.5, for the row that is being read.
  mutating func predictFromProbabilities() {
    for label in 0..<labels.count {
      setPredicted(label, probabilities[count * labels.count + label] > 0.5 ? 1 : 0)
    }
  }

  private mutating func set(
    _ label: Int, _ value: UInt8, in sets: WritableKeyPath<PredictionRows, [UInt8]>
  ) {
    let start = count * labels.count
    if self[keyPath: sets].count == start {
      self[keyPath: sets].append(contentsOf: repeatElement(0, count: labels.count))
    }
    self[keyPath: sets][start + label] = value
  }
}
