/// The order of the rows of a lineage, from top to bottom.
///
/// Trials of successive halving: those that came furthest first, of equals the better one. Members of a population: by
/// their numbers, or by families where that makes the lines that cross rows shorter in all. A family are the members
/// whose last runs descend from one run; it is found by a walk from the first runs to the last ones.
struct LineageRows {
  private let lineage: Lineage
  private let isHigherBetter: Bool

  /// The rows of a lineage.
  init(_ lineage: Lineage, isHigherBetter: Bool?) {
    self.lineage = lineage
    self.isHigherBetter = isHigherBetter ?? true
  }

  /// The members in the order of their rows.
  ///
  /// - Complexity: O(n log n) for n runs.
  var order: [Int] {
    switch lineage.kind {
    case .halving: return byReach
    case .population:
      let families = families
      return crossed(families) < crossed(lineage.members) ? families : lineage.members
    }
  }

  /// The position of the last run of each member.
  private var lastRuns: [Int: Int] {
    var last: [Int: Int] = [:]
    for (position, node) in lineage.nodes.enumerated() {
      let known = last[node.entry.member].map { lineage.nodes[$0].entry.generation }
      if known.map({ $0 < node.entry.generation }) ?? true { last[node.entry.member] = position }
    }
    return last
  }

  private var byReach: [Int] {
    let last = lastRuns.mapValues { lineage.nodes[$0].entry }
    func precedes(_ left: Int, _ right: Int) -> Bool {
      guard let one = last[left], let other = last[right] else { return left < right }
      if one.generation != other.generation { return one.generation > other.generation }
      switch (one.score, other.score) {
      case (let a?, let b?) where a != b: return isHigherBetter ? a > b : a < b
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left < right
      }
    }
    return lineage.members.sorted(by: precedes)
  }

  private var families: [Int] {
    let ends = Set(lastRuns.values)
    var order: [Int] = []
    var open = lineage.nodes.indices.filter { lineage.nodes[$0].parent == nil }.reversed() as [Int]
    while let position = open.popLast() {
      let node = lineage.nodes[position]
      if ends.contains(position) { order.append(node.entry.member) }
      open += node.children.reversed()
    }
    return order
  }

  /// How many rows lines cross in all.
  private func crossed(_ order: [Int]) -> Int {
    let rows = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return lineage.nodes.reduce(0) { sum, node in
      guard let parent = node.parent, let from = rows[lineage.nodes[parent].entry.member],
        let to = rows[node.entry.member]
      else { return sum }
      return sum + abs(from - to)
    }
  }
}
