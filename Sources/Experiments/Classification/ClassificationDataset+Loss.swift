public import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension ClassificationDataset {
  /// The mean surprise at the truth, in nats; lower is better, 0 is best.
  ///
  /// ```swift
  /// let dataset = ClassificationDataset(texts: ["a", "b"], labels: ["x", "y"])
  /// dataset.logLoss(of: [[0.5, 0.5], [0.75, 0.25]], labels: ["x", "y"])  // (ln 2 + ln 4) / 2
  /// ```
  ///
  /// Where each example has one label, the mean over examples of −ln p(true label), as scikit-learn's `log_loss`. Where
  /// an example may have several, the mean over examples and labels of −ln p for a label that it has and −ln(1 − p) for one
  /// that it has not. Probabilities are clipped to [2⁻⁵², 1 − 2⁻⁵²]; a true label that is not among `labels` counts as one
  /// of probability 0.
  ///
  /// - Parameters:
  ///   - probabilities: `[i][k]`: of example `i` and label `k`; as many rows as examples.
  ///   - labels: The labels, in the order of the columns.
  /// - Returns: The loss; nil without examples, or without labels.
  /// - Complexity: Linear in rows × labels.
  public func logLoss(of probabilities: [[Double]], labels: [ExactString]) -> Double? {
    guard count > 0, !labels.isEmpty, probabilities.count == count else { return nil }
    let positions = Dictionary(zip(labels, labels.indices)) { first, _ in first }
    var sum = 0.0
    for (row, values) in probabilities.enumerated() {
      switch truth {
      case .labels(let truth):
        let place = positions[truth[row]]
        sum += Self.surprise(place.map { $0 < values.count ? values[$0] : 0 } ?? 0)
      case .labelSets(let sets):
        let has = Set(sets[row].compactMap { positions[$0] })
        var cells = 0.0
        for (place, value) in values.enumerated() {
          cells += Self.surprise(has.contains(place) ? value : 1 - value)
        }
        sum += cells / Double(labels.count)
      }
    }
    return sum / Double(count)
  }

  /// −ln of a probability, clipped.
  private static func surprise(_ probability: Double) -> Double {
    -log(min(max(probability, 0x1p-52), 1 - 0x1p-52))
  }
}
