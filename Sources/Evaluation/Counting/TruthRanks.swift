/// How often the true label has the largest probability, the second largest, and so on.
public struct TruthRanks: Hashable, Sendable {
  /// Ranks are told apart up to so many.
  public static let depth = 20

  /// The weight of the rows whose true label has so many labels before it; those with more are not counted.
  private var weights = [Double](repeating: 0, count: depth)

  init() {}

  /// The weight of the rows whose true label is among the `k` of largest probability.
  public func within(_ k: Int) -> Double { weights.prefix(k).reduce(0, +) }

  /// Adds a row.
  mutating func add(rank: Int, weight: Double) {
    if rank < Self.depth { weights[rank] += weight }
  }

  /// Adds later rows.
  mutating func merge(_ other: TruthRanks) {
    for rank in weights.indices { weights[rank] += other.weights[rank] }
  }

  /// How many labels stand before the true one of a row: those of larger probability, and of equal ones the later in
  /// the order of `order`.
  @inline(__always)
  static func rank(of row: Int, in batch: PredictionBatch, schema: PredictionSchema, _ order: [Int32]) -> Int
  {
    let truth = Int(batch.truth[row])
    let width = schema.scoredLabelCount
    let start = row &* width
    let own = batch.probabilities[start &+ truth]
    var before = 0
    for label in 0..<width {
      let other = batch.probabilities[start &+ label]
      if other > own || (other == own && order[label] > order[truth]) { before &+= 1 }
    }
    return before
  }
}
