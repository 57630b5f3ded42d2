extension Predictions {
  /// Everything that the predictions say, computed on all cores; the same bits on any number of them.
  ///
  /// - Complexity: Linear in rows × labels.
  public func evaluate(_ options: EvaluationOptions = EvaluationOptions()) -> ClassificationEvaluation {
    let empty = ClassificationAccumulator(schema: schema, options: options)
    let parts = concurrentMap(count: batches.count) { index in
      var part = empty
      part.add(batches[index])
      return part
    }
    return parts.reduce(into: empty) { $0.merge($1) }.finish()
  }
}
