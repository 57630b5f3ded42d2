extension ClassificationEvaluation {
  /// The number of rows for which not exactly the true labels were predicted.
  public var errorCount: Int {
    predictions.batches.indices.reduce(0) { count, index in
      count + wrongRows(inBatch: index).count
    }
  }

  /// The errors in which the classifier was most confident, the most confident first.
  ///
  /// They are taken in turns from each cell of truth × prediction, so that no single confusion fills the list: first
  /// the most confident error of every cell, then the second of every cell, and so on. If a turn does not fit, as
  /// where there are more cells than `limit`, its most confident errors are taken. Where a row has one label,
  /// confidence is the probability of the predicted one. Where it may have several, it is how far the probability of
  /// the label that is most wrong is off; the example is then about that label, and the cells are the two of each
  /// label: wrongly predicted, and missed. Without probabilities, and among ties, rows come by number. A `limit` of
  /// nil lists all errors.
  ///
  /// - Complexity: Linear in rows × labels, and O(*n* log *n*) in the number of errors that may be listed.
  public func mostConfidentErrors(limit: Int? = nil) -> [ErrorExample] {
    let empty = TopRows(limit: limit)
    var byCell: [Int: TopRows] = [:]
    for index in predictions.batches.indices {
      for row in wrongRows(inBatch: index) {
        let (cell, entry) = confidence(inBatch: index, row: row)
        byCell[limit == nil ? 0 : cell, default: empty].add(entry)
      }
    }
    let cells = byCell.sorted { $0.key < $1.key }.map { $0.value.sorted() }
    let chosen = Self.takingTurns(cells, limit: limit)
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

  /// The cell that an error counts under, and the error ranked by confidence.
  private func confidence(inBatch index: Int, row: Int) -> (cell: Int, TopRows.Entry) {
    let batch = predictions.batches[index]
    let number = predictions.batchStarts[index] + row
    let scored = schema.scoredLabelCount
    guard schema.task == .multilabel else {
      let (truth, predicted) = (Int(batch.truth[row]), Int(batch.predicted[row]))
      let probability = predicted < scored ? batch.probabilities[row * scored + predicted] : 0
      return (
        truth * schema.labels.count + predicted,
        TopRows.Entry(key: -probability, row: number, label: predicted)
      )
    }
    var worst = (label: 0, isMissed: false, distance: -1.0)
    for label in schema.labels.indices {
      let place = row * schema.labels.count + label
      let isTrue = batch.truthSets[place] != 0
      guard isTrue != (batch.predictedSets[place] != 0) else { continue }
      let probability = label < scored ? batch.probabilities[row * scored + label] : isTrue ? 1 : 0
      let distance = isTrue ? 1 - probability : probability
      if distance > worst.distance { worst = (label, isTrue, distance) }
    }
    return (
      2 * worst.label + (worst.isMissed ? 1 : 0),
      TopRows.Entry(key: -worst.distance, row: number, label: worst.label)
    )
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
