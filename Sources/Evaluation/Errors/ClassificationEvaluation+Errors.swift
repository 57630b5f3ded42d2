import Diagnostics

extension ClassificationEvaluation {
  /// For each label, in the order of the labels, the `limit` rows at which the classifier was most wrong about it.
  ///
  /// False positives come by descending, false negatives by ascending probability of the label; ties, and rows
  /// without probabilities, by row number. With the `argmax` rule the predicted labels count, whether or not they
  /// have the largest probability. A `limit` of nil lists all.
  ///
  /// - Complexity: Linear in rows × labels; O(*n* log *n*) in the number of errors where all are listed.
  public func errors(limit: Int? = 10, rule: ErrorRule = .argmax) -> [LabelErrors] {
    let empty = TopRows(limit: limit)
    var falsePositives = [TopRows](repeating: empty, count: schema.labels.count)
    var falseNegatives = falsePositives
    forEachLabelError(rule: rule) { row, label, isPositive, probability in
      if isPositive {
        falsePositives[label].add(.init(key: -(probability ?? 0), row: row, label: label))
      } else {
        falseNegatives[label].add(.init(key: probability ?? 0, row: row, label: label))
      }
    }
    return schema.labels.indices.map { label in
      LabelErrors(
        label: schema.labels[label], falsePositives: examples(of: falsePositives[label]),
        falseNegatives: examples(of: falseNegatives[label]))
    }
  }

  private func examples(of rows: TopRows) -> [ErrorExample] {
    rows.sorted().map { ErrorExample(predictions.row($0.row), label: $0.label) }
  }

  /// Calls `body` for each row and label of which prediction and truth differ, row by row.
  private func forEachLabelError(
    rule: ErrorRule, _ body: (_ row: Int, _ label: Int, _ isPositive: Bool, _ probability: Double?) -> Void
  ) {
    let isSingle = schema.task != .multilabel
    let scored = schema.scoredLabelCount
    let labels = rule == .threshold ? scored : schema.labels.count
    for (batch, start) in zip(predictions.batches, predictions.batchStarts) {
      for row in 0..<batch.count {
        let probability = { (label: Int) in
          label < scored ? batch.probabilities[row * scored + label] : nil
        }
        if isSingle, rule == .argmax {
          let (truth, predicted) = (Int(batch.truth[row]), Int(batch.predicted[row]))
          guard truth != predicted else { continue }
          body(start + row, predicted, true, probability(predicted))
          body(start + row, truth, false, probability(truth))
          continue
        }
        for label in 0..<labels {
          let place = row * schema.labels.count + label
          let isTrue = isSingle ? batch.truth[row] == Int32(label) : batch.truthSets[place] != 0
          let isPredicted =
            rule == .threshold
            ? batch.probabilities[row * scored + label] > 0.5 : batch.predictedSets[place] != 0
          if isTrue != isPredicted { body(start + row, label, isPredicted, probability(label)) }
        }
      }
    }
  }
}
