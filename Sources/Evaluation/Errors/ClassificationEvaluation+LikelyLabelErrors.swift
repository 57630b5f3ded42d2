extension ClassificationEvaluation {
  /// The rows whose given label is likely to be wrong, by confident learning.
  ///
  /// ```swift
  /// let errors = evaluation.likelyLabelErrors(limit: 30)
  /// errors.count           // of all rows
  /// errors.rows[0].margin  // −0.98: the given label has 0.01, another 0.99
  /// ```
  ///
  /// The threshold of a label is the mean probability of the label among the rows that have it:
  /// tⱼ = Σ {pⱼ : y = j} / |{y = j}|. A label is *confident* in a row if pⱼ ≥ tⱼ. A row is a likely error if the label
  /// that it confidently belongs to is not the one that it has: the cells off the diagonal of the confident joint
  /// (Northcutt, Jiang and Chuang 2021, Journal of Artificial Intelligence Research 70, section 3.1). Which rows these
  /// are, and their order, is as in cleanlab 2.9 with `filter_by="confident_learning"` and
  /// `return_indices_ranked_by="normalized_margin"`:
  ///
  /// - a probability counts as confident down to 10⁻⁶ below the threshold, which is at least 2·10⁻⁶; a label that no
  ///   row has is never confident;
  /// - where one label is confident, the row belongs to it; where several are, to the most probable of all labels,
  ///   the first of equals (in the paper to the most probable of the confident ones, which is nearly always the
  ///   same);
  /// - a row whose given label is the most probable one, or less than 10⁻⁶ behind it, is no error;
  /// - the lowest margin comes first: p(given) − max {pⱼ : j ≠ given}; equal margins by row.
  ///
  /// The probabilities must be of a classifier that was not trained on these rows: those of a test set or of
  /// cross-validation. One that has learned the rows by heart agrees with their labels, the wrong ones included.
  /// Rows count by weight in the thresholds; rows of weight 0 are left out. Nothing is found where rows may have several
  /// labels, where a label has no probability, or where the probabilities of a row do not sum to 1:
  /// ``LikelyLabelErrors/reason`` says which. A `limit` of nil lists all.
  ///
  /// - Complexity: Linear in rows × labels.
  public func likelyLabelErrors(limit: Int? = nil) -> LikelyLabelErrors {
    if let problem = labelErrorProblem { return LikelyLabelErrors(reason: problem) }
    let joint = ConfidentJoint(predictions)
    let top = joint.errors(limit: limit)
    return LikelyLabelErrors(
      count: top.count, rows: top.rows.map(labelError), thresholds: joint.thresholdValues)
  }

  /// Why ``likelyLabelErrors(limit:)`` looks at no row, as a clause without full stop; nil if it looks at all.
  package var labelErrorProblem: String? {
    guard schema.task != .multilabel else {
      return "confident learning as it stands here is for rows of one label"
    }
    guard schema.hasProbabilities else { return "there are no probabilities" }
    guard schema.scoredLabelCount == schema.labels.count else {
      return "\(schema.labels[schema.scoredLabelCount].quoted) has no probability column"
    }
    if let problem = schema.probabilityProblem { return problem }
    guard rowCount > 0 else { return "there are no rows" }
    return weightSum > 0 ? nil : "all rows have a weight of 0"
  }

  private func labelError(_ entry: TopRows.Entry) -> LikelyLabelError {
    let row = predictions.row(entry.row)
    let given = row.truth[0]
    let probabilities = schema.labels.indices.map { row.probability(of: $0) ?? 0 }
    let largestOther = probabilities.indices.filter { $0 != given }.map { probabilities[$0] }.max() ?? 0
    return LikelyLabelError(
      row: row.number, id: row.id, given: schema.labels[given], suggested: schema.labels[entry.label],
      probabilityOfGiven: probabilities[given], probabilityOfSuggested: probabilities[entry.label],
      margin: probabilities[given] - largestOther, text: row.text, image: row.image)
  }
}
