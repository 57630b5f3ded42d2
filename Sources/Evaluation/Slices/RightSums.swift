/// The sums over rows by which the shares of right rows of two parts are compared.
struct RightSums: Sendable {
  /// The weight of the rows.
  private(set) var weight = 0.0
  /// The weight of the right rows.
  private(set) var right = 0.0
  /// The number of rows that have a weight.
  private(set) var count = 0
  /// Σ w² over all rows, and over the right ones.
  private var squares = (all: 0.0, right: 0.0)
  /// The weights of rows and of right rows of each group, by its number; empty unless rows have groups.
  private var groups: [(weight: Double, right: Double)] = []

  init() {}

  /// The sums over a part; `groupNumbers` numbers the groups of all parts alike, where rows have groups.
  init(_ predictions: Predictions, groupNumbers: inout DistinctValues) {
    for batch in predictions.batches {
      for row in 0..<batch.count {
        let weight = predictions.schema.hasWeights ? batch.weights[row] : 1
        let right = Self.isRight(row, batch, predictions.schema) ? weight : 0
        self.weight += weight
        self.right += right
        count += weight > 0 ? 1 : 0
        squares.all += weight * weight
        squares.right += right * right
        guard let texts = batch.groups else { continue }
        let group = texts.withBytes(of: row) { groupNumbers.number(of: $0) }
        extendGroups(to: group + 1)
        groups[group].weight += weight
        groups[group].right += right
      }
    }
  }

  /// Adds the rows of another part.
  mutating func merge(_ other: RightSums) {
    weight += other.weight
    right += other.right
    count += other.count
    squares.all += other.squares.all
    squares.right += other.squares.right
    extendGroups(to: other.groups.count)
    for (group, sums) in other.groups.enumerated() {
      groups[group].weight += sums.weight
      groups[group].right += sums.right
    }
  }

  /// The share of right rows; nil without weight.
  var share: Double? { weight > 0 ? right / weight : nil }

  /// The variance of the difference of two shares, and on how many rows or groups it rests; nil if that is less than
  /// two, or a part has no weight.
  ///
  /// The shares are ratios of sums; by the delta method a row adds u = ± w (r − p) / Σ w, r being 1 where it is right,
  /// with + in the one part and − in the other. The variance is n / (n − 1) Σ u². Rows of one group depend on each
  /// other: there u are first added up over each group, in both parts, and n is the number of groups.
  static func varianceOfDifference(_ one: RightSums, _ other: RightSums) -> (variance: Double, count: Int)? {
    guard let share = one.share, let otherShare = other.share else { return nil }
    guard one.groups.isEmpty, other.groups.isEmpty else {
      var sum = 0.0
      var count = 0
      for group in 0..<max(one.groups.count, other.groups.count) {
        let (a, b) = (one.group(group), other.group(group))
        guard a.weight + b.weight > 0 else { continue }
        let influence =
          (a.right - share * a.weight) / one.weight - (b.right - otherShare * b.weight) / other.weight
        sum += influence * influence
        count += 1
      }
      return count < 2 ? nil : (sum * Double(count) / Double(count - 1), count)
    }
    let count = one.count + other.count
    guard count > 1 else { return nil }
    let sum = one.squaredInfluence(share) + other.squaredInfluence(otherShare)
    return (sum * Double(count) / Double(count - 1), count)
  }

  /// Σ (w (r − p) / Σ w)².
  private func squaredInfluence(_ share: Double) -> Double {
    let rightPart = squares.right * (1 - share) * (1 - share)
    return (rightPart + (squares.all - squares.right) * share * share) / (weight * weight)
  }

  private func group(_ number: Int) -> (weight: Double, right: Double) {
    number < groups.count ? groups[number] : (0, 0)
  }

  private mutating func extendGroups(to count: Int) {
    while groups.count < count { groups.append((0, 0)) }
  }

  private static func isRight(_ row: Int, _ batch: PredictionBatch, _ schema: PredictionSchema) -> Bool {
    guard schema.task == .multilabel else { return batch.truth[row] == batch.predicted[row] }
    let cells = row * schema.labels.count..<(row + 1) * schema.labels.count
    return batch.truthSets[cells].elementsEqual(batch.predictedSets[cells])
  }
}
