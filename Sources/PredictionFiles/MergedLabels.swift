import Diagnostics

/// The labels of a file in their order, and what the numbers of each piece mean.
struct MergedLabels {
  /// All labels: those with probabilities in the order of the columns, then the others that were known, then those
  /// that only occur in rows.
  let labels: [ExactString]
  /// For each piece, the index into ``labels`` of each of its numbers; none where they are the same.
  let numbers: [[Int32]?]

  /// Merges the labels of all pieces, each of which begins with `scored` and `others`.
  init(scored: [String], others: [String], _ pieces: [TextTable]) {
    let known = (scored + others).map { ExactString($0) }
    var seen: Set<ExactString> = []
    let tails = pieces.map { table in
      (known.count..<max(table.count, known.count)).map { ExactString(table.texts[$0]) }
    }
    for tail in tails { seen.formUnion(tail) }
    let labels = known + LabelOrder.sorted(seen)
    var indices: [ExactString: Int32] = [:]
    for (index, label) in labels.enumerated() { indices[label] = Int32(index) }
    self.labels = labels
    numbers = tails.map { tail in
      let map = (0..<Int32(known.count)) + tail.map { indices[$0] ?? 0 }
      return map.enumerated().allSatisfy { $0 == Int($1) } ? nil : Array(map)
    }
  }
}
