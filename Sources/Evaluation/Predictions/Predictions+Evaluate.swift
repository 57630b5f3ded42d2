extension Predictions {
  /// Everything that the predictions say, computed on all cores; the same bits on any number of them.
  ///
  /// - Complexity: Linear in rows × labels.
  public func evaluate(_ options: EvaluationOptions = EvaluationOptions()) -> ClassificationEvaluation {
    let empty = ClassificationAccumulator(schema: schema, options: options)
    // A few parts at most: their sums are held at the same time.
    let count = min(batches.count, 64)
    let parts = concurrentMap(count: count) { part in
      batches[batches.count * part / count..<batches.count * (part + 1) / count]
        .reduce(into: empty) { $0.add($1) }
    }
    return parts.reduce(into: empty) { $0.merge($1) }.finish()
  }
}
