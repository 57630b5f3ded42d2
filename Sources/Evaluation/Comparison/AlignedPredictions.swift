/// Two sets of predictions about the same examples, row by row.
///
/// Rows are in the baseline's order, labels are the baseline's, then those that only the candidate knows. The rows
/// are joined by id where both have ids, else by number.
///
/// ```swift
/// let pair = try AlignedPredictions(candidate: new, baseline: old)
/// pair.count           // as many as each of them has
/// pair.candidateRow(0) // the candidate's row about the example of the baseline's first row
/// ```
public struct AlignedPredictions: Sendable {
  /// The baseline, in its own order.
  public let baseline: Predictions
  /// The candidate in its own order, with the labels of both.
  public let candidate: Predictions
  /// The candidate's row for each of the baseline's; nil where the orders agree.
  let order: [Int32]?

  /// Aligns two sets of predictions.
  ///
  /// - Throws: ``AlignmentError`` when ids, true labels, weights, groups, tasks or positive labels differ. Rows that
  ///   only one of them has are never passed over.
  /// - Complexity: Linear in rows × labels.
  public init(candidate: Predictions, baseline: Predictions) throws(AlignmentError) {
    let (left, right) = (candidate.schema.task, baseline.schema.task)
    guard (left == .multilabel) == (right == .multilabel) else {
      throw AlignmentError(.tasks(candidate: left, baseline: right))
    }
    let labels = LabelUnion(first: baseline.schema, second: candidate.schema)
    self.baseline = labels.first(baseline)
    self.candidate = labels.second(candidate)
    order = try Self.order(of: candidate, in: baseline)
    if let positive = baseline.schema.positive, let other = candidate.schema.positive {
      let names = (candidate.schema.labels[other], baseline.schema.labels[positive])
      guard names.0 == names.1 else {
        throw AlignmentError(.positives(candidate: names.0, baseline: names.1))
      }
    }
    try checkTruths()
    try checkWeightsAndGroups()
  }

  /// The number of rows.
  public var count: Int { baseline.count }

  /// What the rows of both have in common.
  public var schema: PredictionSchema { baseline.schema }

  /// The candidate's row about the example of the baseline's row.
  public func candidateRow(_ row: Int) -> Int { order.map { Int($0[row]) } ?? row }

  /// Values that the candidate's rows have, in the order of the baseline's rows; nothing of a column that is not there.
  func arranged<Value>(_ values: [Value]) -> [Value] {
    guard let order, !values.isEmpty else { return values }
    return order.map { values[Int($0)] }
  }

  /// The candidate's row for each of the baseline's; nil where the orders agree.
  private static func order(
    of candidate: Predictions, in baseline: Predictions
  ) throws(AlignmentError) -> [Int32]? {
    guard candidate.hasIDs == baseline.hasIDs || candidate.count == 0 || baseline.count == 0 else {
      throw AlignmentError(.oneHasIDs)
    }
    guard baseline.hasIDs else {
      guard candidate.count == baseline.count else {
        throw AlignmentError(.counts(candidate: candidate.count, baseline: baseline.count))
      }
      return nil
    }
    let (index, repeated) = RowIndex.index(candidate)
    if let repeated { throw AlignmentError(.idTwice(candidate.row(repeated).id, isCandidate: true)) }
    var order: [Int32] = []
    order.reserveCapacity(baseline.count)
    var missing: (first: [String], count: Int) = ([], 0)
    var isTaken = [Bool](repeating: false, count: candidate.count)
    for batch in baseline.batches {
      guard let ids = batch.ids else { continue }
      for offset in 0..<batch.count {
        guard let row = ids.withBytes(of: offset, { index.row(of: $0) }) else {
          if missing.count < shownCount { missing.first.append(ids[offset]) }
          missing.count += 1
          continue
        }
        if isTaken[row] { throw AlignmentError(.idTwice(ids[offset], isCandidate: false)) }
        isTaken[row] = true
        order.append(Int32(truncatingIfNeeded: row))
      }
    }
    if missing.count > 0 {
      throw AlignmentError(.missing(first: missing.first, count: missing.count, isCandidate: true))
    }
    let extra = isTaken.indices.filter { !isTaken[$0] }
    if !extra.isEmpty {
      let first = extra.prefix(shownCount).map { candidate.row($0).id }
      throw AlignmentError(.missing(first: first, count: extra.count, isCandidate: false))
    }
    return order.enumerated().allSatisfy { $0 == Int($1) } ? nil : order
  }

  /// How many ids a message names.
  private static let shownCount = 5
}

extension AlignedPredictions {
  private func checkTruths() throws(AlignmentError) {
    let width = schema.labels.count
    let isMultilabel = schema.task == .multilabel
    let (first, second) = (baseline.flat(\.truth), arranged(candidate.flat(\.truth)))
    let (firstSets, secondSets) =
      isMultilabel ? (baseline.flat(\.truthSets), candidate.flat(\.truthSets)) : ([], [])
    var differing: (first: [String], count: Int) = ([], 0)
    for row in 0..<count {
      let isSame: Bool
      if isMultilabel {
        let other = candidateRow(row)
        isSame = firstSets[row * width..<(row + 1) * width]
          .elementsEqual(secondSets[other * width..<(other + 1) * width])
      } else {
        isSame = first[row] == second[row]
      }
      guard !isSame else { continue }
      if differing.count < Self.shownCount { differing.first.append(baseline.row(row).id) }
      differing.count += 1
    }
    if differing.count > 0 {
      throw AlignmentError(.truths(first: differing.first, count: differing.count))
    }
  }

  private func checkWeightsAndGroups() throws(AlignmentError) {
    let weights = (baseline.flat(\.weights), arranged(candidate.flat(\.weights)))
    if let row = (0..<count).first(where: { row in
      (weights.0.isEmpty ? 1 : weights.0[row]) != (weights.1.isEmpty ? 1 : weights.1[row])
    }) {
      throw AlignmentError(.weights(first: baseline.row(row).id))
    }
    guard baseline.batches.allSatisfy({ $0.groups != nil }),
      candidate.batches.allSatisfy({ $0.groups != nil })
    else { return }
    if let row = (0..<count).first(where: { baseline.row($0).group != candidate.row(candidateRow($0)).group })
    {
      throw AlignmentError(.groups(first: baseline.row(row).id))
    }
  }
}

extension Predictions {
  /// A column of all batches, one after another.
  func flat<Value>(_ column: KeyPath<PredictionBatch, [Value]>) -> [Value] {
    if batches.count == 1 { return batches[0][keyPath: column] }
    var values: [Value] = []
    values.reserveCapacity(batches.reduce(0) { $0 + $1[keyPath: column].count })
    for batch in batches { values += batch[keyPath: column] }
    return values
  }
}
