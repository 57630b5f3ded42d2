import Diagnostics
import RunModel

/// The lineages of an experiment: one for each search that goes on from earlier runs.
///
/// Runs of one search are those of one variant, strategy, seed and beginning that say a generation.
struct Populations: Sendable {
  /// A search with its runs.
  struct Search: Sendable {
    /// The variant of its runs.
    let variant: ExactString
    /// Its seed, as runs say it; empty where they do not.
    let seed: ExactString
    /// When it was begun, as runs say it; empty where they do not.
    let begun: ExactString
    /// Its runs.
    let lineage: Lineage
    /// How many of its runs say a generation or member that is no whole number.
    let unreadable: Int
  }

  /// The searches, that with most runs first, of equals that with the oldest run.
  let searches: [Search]
  private let places: [RunID: (search: Int, node: Int)]

  /// No search that goes on from earlier runs.
  static let none = Populations()

  private init() { (searches, places) = ([], [:]) }

  /// The searches among runs, oldest first, with what each scored where it may be ranked.
  ///
  /// - Complexity: O(n log n) for n runs.
  init(_ runs: [EvaluatedRun], metric: PrimaryMetric?, groups: [RankedGroup]) {
    var members: [[ExactString]: [Int]] = [:]
    var order: [[ExactString]] = []
    for (position, entry) in runs.enumerated() {
      let said = entry.run.provenance
      guard said[SearchProvenance.generation] != nil else { continue }
      let key =
        [entry.run.id.variant]
        + [SearchProvenance.strategy, SearchProvenance.seed, SearchProvenance.begun].map {
          ExactString(said[$0] ?? "")
        }
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(position)
    }
    guard !order.isEmpty else {
      self = .none
      return
    }
    // Only runs that were tested on the same examples are held against each other.
    let ranked = groups.first?.ranked ?? []
    let scores = Dictionary(
      ranked.map { ($0.run.run.id, $0.score.value) }, uniquingKeysWith: { first, _ in first })
    let found = order.map { key in
      Self.search(members[key] ?? [], key: key, of: runs, scores: scores, ranked: ranked, metric: metric)
    }
    searches = found.enumerated().sorted { left, right in
      let counts = (left.element.lineage.nodes.count, right.element.lineage.nodes.count)
      return counts.0 == counts.1 ? left.offset < right.offset : counts.0 > counts.1
    }.map(\.element)
    var places: [RunID: (search: Int, node: Int)] = [:]
    for (number, search) in searches.enumerated() {
      for (position, node) in search.lineage.nodes.enumerated() {
        places[runs[node.entry.run].run.id] = (number, position)
      }
    }
    self.places = places
  }

  /// The search of a run, and the run’s position among its nodes; nil where it has none.
  func place(of run: RunID) -> (search: Search, node: Int)? {
    places[run].map { (searches[$0.search], $0.node) }
  }

  private static func search(
    _ positions: [Int], key: [ExactString], of runs: [EvaluatedRun], scores: [RunID: Double],
    ranked: [RankedGroup.Entry], metric: PrimaryMetric?
  ) -> Search {
    let entries = positions.compactMap { position -> LineageEntry? in
      var entry = LineageEntry(runs[position].run, at: position)
      entry?.score = scores[runs[position].run.id]
      return entry
    }
    let own = Set(positions.map { runs[$0].run.id })
    let bestID = ranked.first { own.contains($0.run.run.id) && $0.place != nil }?.run.run.id
    return Search(
      variant: key[0], seed: key[2], begun: key[3],
      lineage: Lineage(
        key[1] == "asha" ? .halving : .population, entries,
        isHigherBetter: metric?.isHigherBetter,
        best: bestID.flatMap { id in positions.first { runs[$0].run.id == id } }),
      unreadable: positions.count - entries.count)
  }
}
