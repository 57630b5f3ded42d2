/// How rows fall when a candidate takes the place of a baseline; weights of rows, their numbers without weights.
///
/// Where rows may have several labels, right means exactly the true ones.
public struct Churn: Hashable, Sendable {
  /// Both are right.
  public var bothRight = 0.0
  /// Only the candidate is right.
  public var fixed = 0.0
  /// Only the baseline is right.
  public var broken = 0.0
  /// Both are wrong.
  public var bothWrong = 0.0

  /// All rows.
  public var total: Double { bothRight + fixed + broken + bothWrong }

  /// Counts a row.
  mutating func add(baselineIsRight: Bool, candidateIsRight: Bool, weight: Double) {
    switch (baselineIsRight, candidateIsRight) {
    case (true, true): bothRight += weight
    case (false, true): fixed += weight
    case (true, false): broken += weight
    case (false, false): bothWrong += weight
    }
  }
}
