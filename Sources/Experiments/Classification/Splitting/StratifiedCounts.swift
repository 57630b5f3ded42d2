/// How many examples of each stratum go to each part, so that shares are as equal as whole numbers can be.
///
/// The exact share of a stratum in a part is (examples of the stratum) · (size of the part) / (all examples). Every number is
/// that share rounded down or up, and at least one, while strata and parts have their sizes; whole numbers of this kind
/// are found as a flow (Cox 1987, “A constructive procedure for unbiased controlled rounding”, JASA 82). Only where strata
/// are so rare that the least of one leaves no such numbers do common strata give way: then every part gets one example
/// of every stratum first, and what is left is divided in this way.
///
/// ```swift
/// StratifiedCounts(strata: [70, 30], parts: [20, 10, 70]).counts  // [[14, 7, 49], [6, 3, 21]]
/// ```
struct StratifiedCounts {
  /// `[i][j]`: how many of stratum `i` part `j` gets.
  let counts: [[Int]]

  /// The numbers for strata and parts of these sizes.
  ///
  /// - Parameters:
  ///   - strata: How many examples each stratum has, at least as many as there are parts.
  ///   - parts: How many examples each part gets, at least as many as there are strata; the same sum.
  /// - Complexity: Linear in strata · parts but for the few numbers that have to be exchanged, each of which is as much again.
  init(strata: [Int], parts: [Int]) {
    if let counts = Self.rounded(strata, parts, least: 1) {
      self.counts = counts
    } else {
      let rest = Self.rounded(strata.map { $0 - parts.count }, parts.map { $0 - strata.count }, least: 0)
      counts = strata.indices.map { stratum in
        parts.indices.map { part in 1 + (rest?[stratum][part] ?? 0) }
      }
    }
  }

  /// The exact shares, each rounded down or up and at least `least`; nil where there are no such numbers.
  private static func rounded(_ rows: [Int], _ columns: [Int], least: Int) -> [[Int]]? {
    let total = max(1, rows.reduce(0, +))
    let products = rows.map { row in columns.map { row * $0 } }
    var counts = products.map { $0.map { max($0 / total, least) } }
    var needs = rows.indices.map { rows[$0] - counts[$0].reduce(0, +) }
    var rooms = columns.indices.map { column in columns[column] - counts.reduce(0) { $0 + $1[column] } }
    guard needs.allSatisfy({ $0 >= 0 }), rooms.allSatisfy({ $0 >= 0 }) else { return nil }
    // What may be one more, the largest remainders first.
    let open = products.map { $0.map { $0 % total > 0 && $0 / total >= least } }
    var isMore = open.map { $0.map { _ in false } }
    let cells = rows.indices.flatMap { row in
      columns.indices.filter { open[row][$0] }.map { (row: row, column: $0) }
    }
    let byRemainder = cells.sorted {
      let (left, right) = (products[$0.row][$0.column] % total, products[$1.row][$1.column] % total)
      return left != right ? left > right : ($0.row, $0.column) < ($1.row, $1.column)
    }
    for (row, column) in byRemainder where needs[row] > 0 && rooms[column] > 0 {
      isMore[row][column] = true
      needs[row] -= 1
      rooms[column] -= 1
    }
    /// Gives a row one more in a column that has room, perhaps after another row has gone to another column.
    func place(_ row: Int, _ isTried: inout [Bool]) -> Bool {
      for column in columns.indices where open[row][column] && !isMore[row][column] && !isTried[column] {
        isTried[column] = true
        if rooms[column] > 0 {
          rooms[column] -= 1
          isMore[row][column] = true
          return true
        }
        for other in rows.indices where isMore[other][column] && place(other, &isTried) {
          isMore[other][column] = false
          isMore[row][column] = true
          return true
        }
      }
      return false
    }
    for row in rows.indices {
      for _ in 0..<needs[row] {
        var isTried = columns.map { _ in false }
        guard place(row, &isTried) else { return nil }
      }
    }
    for row in rows.indices {
      for column in columns.indices where isMore[row][column] { counts[row][column] += 1 }
    }
    return counts
  }
}
