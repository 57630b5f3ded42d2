import Diagnostics
import RunModel

/// The runs of one search that goes on from earlier runs, as a forest: who went on from whom, and who was given up.
///
/// Whatever runs say, a parent stands before its children in ``nodes``: it is the run of a job that comes earlier in the
/// natural order of ids. So there is no circle, and every walk to the ancestors ends. A parent that is not there, is the run
/// itself or comes later is counted in ``strays`` and is no parent.
struct Lineage: Sendable {
  /// How a search goes on from earlier runs.
  enum Kind: Hashable, Sendable {
    /// A population whose members take over from better ones.
    case population
    /// Trials of which the better ones go on to the next rung.
    case halving
  }

  /// How the search goes on.
  let kind: Kind
  /// The runs, in the natural order of their jobs; those that name no job last.
  let nodes: [LineageNode]
  /// The generations that there are runs of, ascending.
  let generations: [Int]
  /// The members that there are runs of, ascending.
  let members: [Int]
  /// The best run; nil where none has a score or it is not known which way is better.
  let best: Int?
  /// How many runs name a parent that cannot be one.
  let strays: Int
  /// How many runs were left out since an earlier one has the same member and generation.
  let repeats: Int

  /// The lineage of these runs.
  ///
  /// - Parameters:
  ///   - kind: How the search goes on from earlier runs.
  ///   - entries: What the runs say, in the order that decides ties.
  ///   - isHigherBetter: Whether a larger score is better; nil where that is not known.
  ///   - best: The position of the best run, as ``LineageEntry/run``; else the best score decides, of equals the first.
  /// - Complexity: O(n log n) for n runs.
  init(
    _ kind: Kind, _ entries: [LineageEntry], isHigherBetter: Bool? = true,
    best: Int? = nil
  ) {
    self.kind = kind
    var taken: Set<[Int]> = []
    let kept = entries.filter { taken.insert([$0.member, $0.generation]).inserted }
    repeats = entries.count - kept.count
    let ordered = kept.enumerated().sorted { left, right in
      switch (left.element.job, right.element.job) {
      case (let one?, let other?) where one != other: NaturalOrder.precedes(one, other)
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
    var jobs: [ExactString: Int] = [:]
    var nodes: [LineageNode] = []
    var strays = 0
    for (position, entry) in ordered.enumerated() {
      // Only jobs that stand before this one are known yet.
      let parent = entry.parent.flatMap { jobs[$0] }
      if entry.parent != nil, parent == nil { strays += 1 }
      nodes.append(LineageNode(entry: entry, parent: parent))
      if let parent { nodes[parent].children.append(position) }
      if let job = entry.job, jobs[job] == nil { jobs[job] = position }
    }
    self.strays = strays
    generations = Set(ordered.map(\.generation)).sorted()
    members = Set(ordered.map(\.member)).sorted()
    self.nodes = Self.judged(nodes, kind)
    self.best =
      isHigherBetter == nil
      ? nil : nodes.firstIndex { $0.entry.run == best } ?? Self.best(of: nodes, isHigherBetter ?? true)
  }

  /// A run with all that it descends from, the first one first.
  ///
  /// - Complexity: Linear in the number of generations at most.
  func line(of node: Int) -> [Int] {
    var line: [Int] = []
    var next: Int? = node
    while let position = next, nodes.indices.contains(position) {
      line.append(position)
      next = nodes[position].parent
    }
    return line.reversed()
  }

  /// The best run with all that it descends from, the first one first; empty where no run is best.
  var bestLine: [Int] { best.map(line) ?? [] }

  /// Whether a run went on from a run of another member.
  func isTakeover(_ node: Int) -> Bool {
    nodes[node].parent.map { nodes[$0].entry.member != nodes[node].entry.member } ?? false
  }

  /// How often a member went on from a run of another one.
  var takeovers: Int {
    nodes.count { node in node.parent.map { nodes[$0].entry.member != node.entry.member } ?? false }
  }

  /// What the generations are called: `generation`, or `rung`.
  var generationNoun: String { kind == .population ? "generation" : "rung" }

  /// What the members are called: `member`, or `trial`.
  var memberNoun: String { kind == .population ? "member" : "trial" }
}

extension Lineage {
  /// The nodes with what became of each.
  private static func judged(
    _ nodes: [LineageNode], _ kind: Kind
  ) -> [LineageNode] {
    var nodes = nodes
    // Nobody was stopped on the highest rung that a run came to its end on.
    let highest = nodes.filter { $0.entry.status == .completed }.map(\.entry.generation).max() ?? 0
    var rows: [Int: [Int]] = [:]
    for (position, node) in nodes.enumerated() { rows[node.entry.member, default: []].append(position) }
    for row in rows.values {
      let row = row.sorted { nodes[$0].entry.generation < nodes[$1].entry.generation }
      for (position, next) in zip(row, row.dropFirst()) { nodes[position].successor = next }
    }
    for position in nodes.indices {
      nodes[position].fate = fate(of: nodes[position], in: nodes, kind, highest)
    }
    return nodes
  }

  private static func fate(
    of node: LineageNode, in nodes: [LineageNode], _ kind: Kind, _ highest: Int
  ) -> LineageNode.Fate {
    switch node.entry.status {
    case .failed: return .failed
    case .interrupted: return .interrupted
    case .running, .queued: return .open
    case .completed, .pruned: break
    }
    // Why a run was pruned says more than that it was.
    let plain = node.entry.status == .pruned ? LineageNode.Fate.pruned : .kept
    switch kind {
    case .halving:
      return node.children.isEmpty && node.entry.generation < highest ? .stopped : plain
    case .population:
      guard let next = node.successor, let parent = nodes[next].entry.parent else { return plain }
      guard parent != node.entry.job else { return plain }
      // One that somebody tried anew after its member had gone on from another is what it is now.
      if node.entry.status == .completed, let own = node.entry.started, let later = nodes[next].entry.started,
        own > later
      {
        return plain
      }
      return .replaced
    }
  }

  private static func best(of nodes: [LineageNode], _ isHigherBetter: Bool) -> Int? {
    var best: (node: Int, score: Double)?
    for (position, node) in nodes.enumerated() where node.entry.status != .failed {
      guard let score = node.entry.score, score.isFinite else { continue }
      guard let last = best, isHigherBetter ? score <= last.score : score >= last.score else {
        best = (position, score)
        continue
      }
    }
    return best?.node
  }
}
