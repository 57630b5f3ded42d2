extension AlignedPredictions {
  /// Whether rows do not count alike, or belong together, so that only drawing whole rows or groups shows chance.
  var needsRowsDrawn: Bool {
    schema.hasWeights || candidate.schema.hasWeights || baseline.batches.contains { $0.groups != nil }
  }

  /// The candidate's numbers in the order of the baseline's rows, without ids and texts.
  ///
  /// - Complexity: Linear in rows × labels where the orders differ.
  var arrangedCandidate: Predictions {
    guard let order else { return candidate }
    let schema = candidate.schema
    var batch = PredictionBatch(count: count)
    batch.truth = arranged(candidate.flat(\.truth))
    batch.predicted = arranged(candidate.flat(\.predicted))
    batch.weights = arranged(candidate.flat(\.weights))
    batch.truthSets = arranged(candidate.flat(\.truthSets), width: schema.labels.count)
    batch.predictedSets = arranged(candidate.flat(\.predictedSets), width: schema.labels.count)
    batch.probabilities = arranged(candidate.flat(\.probabilities), width: schema.scoredLabelCount)
    let empty = TextColumn(bytes: [], ends: [Int](repeating: 0, count: count))
    batch.attributes = schema.attributeNames.map { _ in empty }
    batch.groups =
      baseline.batches.contains { $0.groups != nil }
      ? TextColumn((0..<count).map { baseline.row($0).group ?? "" }) : nil
    precondition(order.count == count, "every row has its partner")
    return Predictions(schema: schema, batches: [batch])
  }

  private func arranged<Value>(_ cells: [Value], width: Int) -> [Value] {
    guard let order, !cells.isEmpty else { return cells }
    var result: [Value] = []
    result.reserveCapacity(cells.count)
    for row in order { result += cells[Int(row) * width..<(Int(row) + 1) * width] }
    return result
  }
}
