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
    if limit == 0 {
      return schema.labels.map { LabelErrors(label: $0, falsePositives: [], falseNegatives: []) }
    }
    let parts = predictions.count < 4_096 || limit == nil ? 1 : 8
    let found = concurrentMap(count: parts) { part in
      var rows = WrongRows(labelCount: schema.labels.count, limit: limit)
      predictions.forEachBatch(ofPart: part, of: parts) { batch, range, firstRow in
        rows.add(batch, range, firstRow: firstRow, schema: schema, rule: rule)
      }
      return rows
    }
    let rows = found.dropFirst().reduce(into: found[0]) { $0.merge($1) }
    return schema.labels.indices.map { label in
      LabelErrors(
        label: schema.labels[label], falsePositives: examples(of: rows.falsePositives[label]),
        falseNegatives: examples(of: rows.falseNegatives[label]))
    }
  }

  private func examples(of rows: TopRows) -> [ErrorExample] {
    rows.sorted().map { ErrorExample(predictions.row($0.row), label: $0.label) }
  }
}
