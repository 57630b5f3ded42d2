extension ClassificationEvaluation {
  /// The number of rows for which not exactly the true labels were predicted.
  public var errorCount: Int {
    predictions.batches.indices.reduce(0) { count, index in
      count + wrongRows(inBatch: index).count
    }
  }

  /// The errors in which the classifier was most confident, the most confident first.
  ///
  /// They are taken in turns from each true label, so that no single label fills the list: first the most confident
  /// error of every label, then the second of every label, and so on; if the last turn does not fit, its most
  /// confident ones. Where a row has one label, confidence is the probability of the predicted one. Where it may
  /// have several, it is how far the probability of the label that is most wrong is off, and turns go by that label,
  /// which the example is then about. Without probabilities, and among ties, rows come by number. A `limit` of nil
  /// lists all errors.
  ///
  /// - Complexity: Linear in rows × labels, and O(*n* log *n*) in the number of errors that may be listed.
  public func mostConfidentErrors(limit: Int? = nil) -> [ErrorExample] {
    var byLabel = [TopRows](repeating: TopRows(limit: limit), count: schema.labels.count)
    for index in predictions.batches.indices {
      for row in wrongRows(inBatch: index) {
        let (stratum, entry) = confidence(inBatch: index, row: row)
        byLabel[stratum].add(entry)
      }
    }
    let chosen = Self.takingTurns(byLabel.map { $0.sorted() }, limit: limit)
    return chosen.sorted().map { ErrorExample(predictions.row($0.row), label: $0.label) }
  }

  /// Up to `limit` entries: the first of every list, then the second of every list, and so on.
  private static func takingTurns(_ lists: [[TopRows.Entry]], limit: Int?) -> [TopRows.Entry] {
    guard let limit else { return lists.flatMap(\.self) }
    var chosen: [TopRows.Entry] = []
    var open = lists.filter { !$0.isEmpty }
    var turn = 0
    while chosen.count < limit, !open.isEmpty {
      chosen += open.map { $0[turn] }.sorted().prefix(limit - chosen.count)
      turn += 1
      open.removeAll { $0.count == turn }
    }
    return chosen
  }

  /// The label that an error counts under, and the error ranked by confidence.
  private func confidence(inBatch index: Int, row: Int) -> (stratum: Int, TopRows.Entry) {
    let batch = predictions.batches[index]
    let number = predictions.batchStarts[index] + row
    let scored = schema.scoredLabelCount
    guard schema.task == .multilabel else {
      let (truth, predicted) = (Int(batch.truth[row]), Int(batch.predicted[row]))
      let probability = predicted < scored ? batch.probabilities[row * scored + predicted] : 0
      return (truth, TopRows.Entry(key: -probability, row: number, label: predicted))
    }
    var worst = (label: 0, distance: -1.0)
    for label in schema.labels.indices {
      let place = row * schema.labels.count + label
      let isTrue = batch.truthSets[place] != 0
      guard isTrue != (batch.predictedSets[place] != 0) else { continue }
      let probability = label < scored ? batch.probabilities[row * scored + label] : isTrue ? 1 : 0
      let distance = isTrue ? 1 - probability : probability
      if distance > worst.distance { worst = (label, distance) }
    }
    return (worst.label, TopRows.Entry(key: -worst.distance, row: number, label: worst.label))
  }

  /// The rows of a batch, counted within it, for which not exactly the true labels were predicted.
  private func wrongRows(inBatch index: Int) -> [Int] {
    let batch = predictions.batches[index]
    guard schema.task == .multilabel else {
      return (0..<batch.count).filter { batch.truth[$0] != batch.predicted[$0] }
    }
    let width = schema.labels.count
    return (0..<batch.count).filter { row in
      let cells = row * width..<(row + 1) * width
      return !batch.truthSets[cells].elementsEqual(batch.predictedSets[cells])
    }
  }
}
