extension Predictions {
  /// Predictions of one label for each row, from arrays.
  ///
  /// `probabilities[i][k]`: row `i`, label `k` of `labels`; may be empty. Without `predicted`, the label with the
  /// first largest probability counts as predicted. Two labels make a binary problem, whose positive label is
  /// `positive`, or the last; any other number makes a multiclass problem.
  ///
  /// - Throws: ``PredictionsError`` when arrays differ in length, a label is not in `labels` or twice in it, a
  ///   probability is not from 0 to 1, or a weight is negative or not finite.
  public init(
    labels: [String],
    truth: [String],
    predicted: [String]? = nil,
    probabilities: [[Double]] = [],
    weights: [Double] = [],
    positive: String? = nil,
    ids: [String]? = nil,
    texts: [String]? = nil
  ) throws(PredictionsError) {
    let checked = try CheckedColumns(
      labels: labels, rows: truth.count, probabilities: probabilities, weights: weights, ids: ids,
      texts: texts)
    var batch = checked.batch
    batch.truth = try checked.indices(of: truth, column: "truth")
    if let predicted {
      batch.predicted = try checked.indices(of: predicted, column: "predicted")
    } else if !probabilities.isEmpty || truth.isEmpty {
      batch.predicted = probabilities.map { Int32(PredictionBatch.indexOfFirstLargest($0[...])) }
    } else {
      throw PredictionsError(.nothingPredicted)
    }
    let isBinary = labels.count == 2
    let positiveIndex = try positive.map { name throws(PredictionsError) in try checked.index(of: name) }
    var schema = checked.schema(task: isBinary ? .binary : .multiclass)
    schema.positive = isBinary ? Int(positiveIndex ?? 1) : nil
    schema.probabilityProblem = PredictionSchema.problem(ofRows: probabilities)
    self.init(schema: schema, batches: [batch])
  }

  /// Predictions of any number of labels for each row, from arrays.
  ///
  /// `truth[i]` and `predicted[i]` are the labels of row `i`, in any order. Without `predicted`, the labels with a
  /// probability above 0.5 count as predicted. `probabilities` are as in the other initialiser, but rows need not
  /// sum to 1.
  ///
  /// - Throws: ``PredictionsError``, as the other initialiser.
  public init(
    labels: [String],
    truthSets: [[String]],
    predictedSets: [[String]]? = nil,
    probabilities: [[Double]] = [],
    weights: [Double] = [],
    ids: [String]? = nil,
    texts: [String]? = nil
  ) throws(PredictionsError) {
    let checked = try CheckedColumns(
      labels: labels, rows: truthSets.count, probabilities: probabilities, weights: weights, ids: ids,
      texts: texts)
    var batch = checked.batch
    batch.truthSets = try checked.indicators(of: truthSets, column: "truthSets")
    if let predictedSets {
      batch.predictedSets = try checked.indicators(of: predictedSets, column: "predictedSets")
    } else if !probabilities.isEmpty || truthSets.isEmpty {
      batch.predictedSets = batch.probabilities.map { $0 > 0.5 ? 1 : 0 }
    } else {
      throw PredictionsError(.nothingPredicted)
    }
    self.init(schema: checked.schema(task: .multilabel), batches: [batch])
  }
}
