/// Ranks of values, doubled so that they are whole numbers.
enum MiddleRanks {
  /// Twice the rank of each value, counted from 1; equal values share the mean of their ranks.
  ///
  /// Their sum is n(n + 1) whatever the ties.
  ///
  /// ```swift
  /// MiddleRanks.doubled([0.5, 0.1, 0.5])  // 5, 2, 5
  /// ```
  ///
  /// - Complexity: O(*n* log *n*).
  static func doubled(_ values: [Double]) -> [Int] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = start + 1 + end }
      start = end
    }
    return ranks
  }
}
