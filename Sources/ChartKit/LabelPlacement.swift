/// Where labels stand so that they can be read.
enum LabelPlacement {
  /// The places nearest to `wanted` that are at least `gap` apart and lie within `low...high`.
  ///
  /// Minimises the sum of squared displacements and keeps the order of `wanted`, ties in the order given: neighbours
  /// that are too near form a block around the mean of their wishes, and blocks that then touch merge. If all do not
  /// fit, they are spread evenly over the range.
  ///
  /// - Complexity: O(*n* log *n*).
  static func pushedApart(_ wanted: [Double], gap: Double, low: Double, high: Double) -> [Double] {
    guard !wanted.isEmpty else { return [] }
    let count = Double(wanted.count)
    let gap = min(gap, count > 1 ? max(0, high - low) / (count - 1) : gap)
    let order = wanted.indices.sorted {
      wanted[$0] == wanted[$1] ? $0 < $1 : wanted[$0] < wanted[$1]
    }
    // In coordinates from which the gaps are taken away, "at least a gap apart" is just "not decreasing".
    var blocks: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      var block = (sum: wanted[index] - gap * Double(rank), count: 1)
      while let last = blocks.last, last.sum / Double(last.count) > block.sum / Double(block.count) {
        block = (sum: last.sum + block.sum, count: last.count + block.count)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    let top = high - gap * (count - 1)
    var result = wanted
    var rank = 0
    for block in blocks {
      let place = min(max(block.sum / Double(block.count), low), max(low, top))
      for _ in 0..<block.count {
        result[order[rank]] = place + gap * Double(rank)
        rank += 1
      }
    }
    return result
  }

  /// Which labels to keep so that none touches the next: all, else every second, every fourth and so on.
  ///
  /// - Parameters:
  ///   - centers: where the labels stand, from left to right.
  ///   - widths: how wide each is.
  ///   - gap: the least space between two.
  /// - Returns: the positions of those to keep; the first is always kept.
  static func thinned(centers: [Double], widths: [Double], gap: Double) -> [Int] {
    var step = 1
    while true {
      let kept = Array(stride(from: 0, to: centers.count, by: step))
      let fits = zip(kept, kept.dropFirst()).allSatisfy {
        centers[$0] + widths[$0] / 2 + gap <= centers[$1] - widths[$1] / 2
      }
      if fits || kept.count <= 1 { return kept }
      step *= 2
    }
  }
}
