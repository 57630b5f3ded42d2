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

  /// Divides rows into parts of these sizes, each with every stratum's share as ``StratifiedCounts`` has it.
  ///
  /// - Parameters:
  ///   - sizes: How many rows each part gets; together all of them.
  ///   - rows: All rows, in the order in which each stratum fills the parts, the first one first.
  /// - Returns: The parts, each in the order of `rows`.
  func parts(_ sizes: [Int], of rows: [Int]) -> [[Int]] {
    var left = StratifiedCounts(strata: counts, parts: sizes).counts
    var parts: [[Int]] = sizes.map { _ in [] }
    for row in rows {
      let stratum = strata[row]
      guard let part = left[stratum].firstIndex(where: { $0 > 0 }) else { continue }
      left[stratum][part] -= 1
      parts[part].append(row)
    }
    return parts
  }
}
