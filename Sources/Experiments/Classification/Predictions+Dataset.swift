public import Diagnostics
public import Evaluation

extension Predictions {
  /// What a trainer predicted for a dataset: probabilities beside its truth, ids and texts.
  ///
  /// ```swift
  /// let dataset = ClassificationDataset(texts: ["a", "b"], labels: ["x", "y"])
  /// let predictions = try Predictions(dataset, labels: ["x", "y"], probabilities: [[0.7, 0.3], [0.6, 0.4]])
  /// predictions.evaluate()["accuracy"]  // .value(0.5)
  /// ```
  ///
  /// Predicted is the label with the first largest probability, or, where examples may have several labels, every label
  /// with a probability above 0.5. Labels that only the truth has follow those given, sorted by their bytes; they have no
  /// probabilities, so that they are never predicted and the metrics of probabilities are undefined. The columns of the
  /// dataset become attributes. Two labels make a binary problem, whose positive label is the last.
  ///
  /// - Parameters:
  ///   - dataset: What was predicted.
  ///   - labels: The labels, in the order of the columns of probabilities; at least one.
  ///   - probabilities: `[i][k]`: of example `i` and label `k`, from 0 to 1.
  /// - Throws: `PredictionsError` when numbers of rows or columns differ, a label is given twice, or a probability is not
  ///   from 0 to 1.
  public init(
    _ dataset: ClassificationDataset, labels: [ExactString], probabilities: [[Double]]
  ) throws(PredictionsError) {
    let known = Set(labels)
    let unknown = dataset.labels.filter { !known.contains($0) }
    let all = labels + unknown
    // The arrays' own initialiser checks everything but the truth, which may have more labels than they.
    let scored = try Predictions(
      labels: labels.map(\.text), truthSets: dataset.ids.map { _ in [] }, probabilities: probabilities,
      ids: dataset.ids, texts: dataset.texts)
    var batch = scored.batches[0]
    batch.attributes = dataset.columns.map { TextColumn($0.values) }
    let positions = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, Int32($0)) })
    var schema = PredictionSchema(
      task: .multilabel, labels: all, scoredLabelCount: scored.schema.scoredLabelCount,
      attributeNames: dataset.columns.map(\.name))
    switch dataset.truth {
    case .labels(let truth):
      batch.truthSets = []
      batch.predictedSets = []
      batch.truth = truth.compactMap { positions[$0] }
      batch.predicted = probabilities.map { Int32(PredictionBatch.indexOfFirstLargest($0[...])) }
      schema.task = all.count == 2 ? .binary : .multiclass
      schema.positive = all.count == 2 ? 1 : nil
      let off = probabilities.indices.filter {
        abs(probabilities[$0].reduce(0, +) - 1) > PredictionSchema.allowedSumError
      }
      schema.probabilityProblem = PredictionSchema.problem(
        rowsOffOne: off.count, first: "row \(off.first ?? 0)")
    case .labelSets(let sets):
      batch.truthSets = []
      batch.predictedSets = []
      for (names, scores) in zip(sets, probabilities) {
        var flags = [UInt8](repeating: 0, count: all.count)
        for name in names { if let place = positions[name] { flags[Int(place)] = 1 } }
        batch.truthSets += flags
        batch.predictedSets += scores.map { $0 > 0.5 ? 1 : 0 } + unknown.map { _ in 0 }
      }
    }
    self.init(schema: schema, batches: [batch])
  }
}
