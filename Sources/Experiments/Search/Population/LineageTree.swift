import Jobs

/// The jobs of a search by generation and member.
struct LineageTree: Sendable {
  /// The nodes of each generation by their members.
  private(set) var generations: [[Int: LineageNode]] = []
  /// The ids of the jobs that have ended and of which no job says so yet, oldest first.
  private(set) var news: [String] = []

  /// The most generations that are looked at.
  static let generationLimit = 1_000_000

  /// The tree of `jobs`, oldest first.
  ///
  /// Of two jobs with the same place the older counts. A job without a lineage, which somebody added, takes the first
  /// member of generation 0 that is free. What has a member above `limit` is left out.
  init(_ jobs: [Job], limit: Int?, quality: JobQuality) {
    let limit = limit ?? .max
    var known: Set<String> = []
    var isTaken: Set<Int> = []
    for job in jobs {
      guard let lineage = job.lineage else { continue }
      known.formUnion(lineage.news)
      if lineage.generation == 0 { isTaken.insert(lineage.member) }
    }
    var free = 1
    for (order, job) in jobs.enumerated() {
      while isTaken.contains(free) { free += 1 }
      let place = job.lineage ?? JobLineage(generation: 0, member: free)
      if job.lineage == nil { free += 1 }
      guard place.member <= limit, (0...Self.generationLimit).contains(place.generation) else { continue }
      if job.status.isFinal, !known.contains(job.id) { news.append(job.id) }
      while generations.count <= place.generation { generations.append([:]) }
      guard generations[place.generation][place.member] == nil else { continue }
      generations[place.generation][place.member] = LineageNode(
        job: job, place: place, quality: quality.value(of: job), order: order)
    }
  }

  /// How many jobs of generation 0 there are that are older than any of a later generation.
  static func founders(_ jobs: [Job]) -> Int {
    jobs.prefix { ($0.lineage?.generation ?? 0) == 0 }.count
  }

  /// The nodes of a generation, by their members.
  func generation(_ number: Int) -> [LineageNode] {
    guard generations.indices.contains(number) else { return [] }
    return generations[number].values.sorted { $0.place.member < $1.place.member }
  }

  /// The node of a member in a generation.
  func node(_ generation: Int, _ member: Int) -> LineageNode? {
    generations.indices.contains(generation) ? generations[generation][member] : nil
  }

  /// The node of a member in the highest generation in which it has one that is as wanted.
  func latest(_ member: Int, where isWanted: (LineageNode) -> Bool = { _ in true }) -> LineageNode? {
    for generation in generations.reversed() {
      if let node = generation[member], isWanted(node) { return node }
    }
    return nil
  }

  /// All nodes.
  var nodes: [LineageNode] { generations.flatMap(\.values) }

  /// Whether a job of the search has not ended.
  var hasOpenJobs: Bool { generations.contains { $0.values.contains { !$0.hasEnded } } }

  /// Where each job stands, by its id.
  var places: [String: JobLineage] {
    Dictionary(nodes.map { ($0.job.id, $0.place) }) { first, _ in first }
  }
}
