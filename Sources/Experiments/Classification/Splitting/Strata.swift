import Diagnostics

/// The examples of a dataset by their label, or set of labels.
struct Strata {
  /// What each stratum is called, sorted by bytes.
  let names: [String]
  /// How many examples each has.
  let counts: [Int]
  /// The stratum of each example.
  private let strata: [Int]

  init(of dataset: ClassificationDataset) {
    let keys = (0..<dataset.count).map { row in
      Array(Set(dataset.labels(ofRow: row))).sorted()
    }
    let distinct = Set(keys).sorted { $0.lexicographicallyPrecedes($1) }
    let positions = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    let strata = keys.map { positions[$0] ?? 0 }
    self.strata = strata
    counts = strata.reduce(into: distinct.map { _ in 0 }) { $0[$1] += 1 }
    names = distinct.map { labels in
      labels.isEmpty ? "no label" : labels.map { VisibleText.quoting($0.text) }.joined(separator: " with ")
    }
  }

  /// Takes the first rows of each stratum, `count` in all, in shares as close as can be to those among `rows`.
  ///
  /// Every stratum gets its exact share rounded down; what is missing goes to those with the largest remainders, of equal
  /// ones to the first.
  ///
  /// - Parameters:
  ///   - count: How many rows to take, at most as many as there are.
  ///   - rows: The rows, in the order in which they are taken.
  /// - Returns: What was taken and what is left, each in its order.
  func draw(_ count: Int, from rows: [Int]) -> (taken: [Int], left: [Int]) {
    guard count > 0, !rows.isEmpty else { return ([], rows) }
    let available = rows.reduce(into: counts.map { _ in 0 }) { $0[strata[$1]] += 1 }
    var quotas = available.map { $0 * count / rows.count }
    let remainders = available.map { $0 * count % rows.count }
    let missing = count - quotas.reduce(0, +)
    let byRemainder = quotas.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    for stratum in byRemainder.prefix(missing) { quotas[stratum] += 1 }
    var taken: [Int] = []
    var left: [Int] = []
    for row in rows {
      if quotas[strata[row]] > 0 {
        quotas[strata[row]] -= 1
        taken.append(row)
      } else {
        left.append(row)
      }
    }
    return (taken, left)
  }
}
