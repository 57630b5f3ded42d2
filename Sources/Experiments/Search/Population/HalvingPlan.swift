public import Diagnostics
public import Jobs
import RunModel

/// Successive halving: many configurations with little, and only the best of each rung with more.
///
/// Asynchronous, it is ASHA (Li et al. 2020, arXiv 1810.05934, algorithm 2): whoever is free promotes from the highest rung
/// that has a job among its best ⌊n/factor⌋ which was not promoted yet, n being the jobs that have ended well on that rung
/// by now, and begins a new configuration where there is none. So more than ⌊n/factor⌋ may have been promoted in the end:
/// those that were among the best when they were. Synchronous, a rung is judged once, when all of it has ended.
///
/// A promoted job has the configuration of its parent with the next rung's budget, and begins with its results. Jobs that
/// crashed or have no finite quality are never promoted. When nothing more can be, what ended below the highest rung that
/// was reached and was not promoted becomes PRUNED.
///
/// ```swift
/// let plan = HalvingPlan(
///   metric: "loss", direction: .minimize, space: SearchSpace([("x", .uniform(low: 0, high: 1))]),
///   settings: HalvingSettings(resource: "epochs", low: 1, high: 9, factor: 3, trials: 9, isSynchronous: true))
/// while let job = try? await queue.nextJob(
///   of: "e", worker: "w", lease: 60, proposing: { plan.proposal(after: try $0.jobs()) })
/// {
///   try await queue.finish(job, results: ["loss": job.hyperparameters["x"] ?? 0])
/// }
/// // 9 jobs with 1 epoch, the best 3 with 3 epochs, the best of them with 9
/// ```
public struct HalvingPlan: LineagePlan, Hashable {
  /// The result that says how good a job is.
  public var metric: ExactString
  /// Which way it gets better.
  public var direction: SearchDirection
  /// Where all chance comes from.
  public var seed: UInt64
  /// Where configurations come from.
  public var space: SearchSpace
  /// The rest.
  public var settings: HalvingSettings

  /// A plan.
  ///
  /// - Precondition: The settings have no ``HalvingSettings/problem``.
  public init(
    metric: ExactString, direction: SearchDirection, seed: UInt64 = 1, space: SearchSpace,
    settings: HalvingSettings
  ) {
    precondition(settings.problem == nil, "settings are checked before they are used")
    self.metric = metric
    self.direction = direction
    self.seed = seed
    self.space = space
    self.settings = settings
  }

  /// Whether a rung is judged when it has ended as a whole.
  public var isSynchronous: Bool { settings.isSynchronous }

  /// The highest rung, from 0.
  public var lastGeneration: Int? { settings.budgets.count - 1 }

  /// Where each job stands, by their ids.
  public func places(of jobs: [Job]) -> [String: JobLineage] { tree(jobs).places }

  /// The hyperparameters of trial `trial`, counted from 0, on the lowest rung.
  func founder(_ trial: Int) -> [ExactString: Scalar] {
    space.sample(seed: seed, trial: trial).merging([settings.resource: settings.value(of: 0)]) { $1 }
  }

  /// What comes next, where no job is queued.
  public func proposal(after jobs: [Job]) -> Proposal {
    let tree = tree(jobs)
    return settings.isSynchronous ? nextOfRungs(tree) : nextOfAny(tree)
  }

  private func tree(_ jobs: [Job]) -> LineageTree {
    LineageTree(jobs, limit: nil, quality: JobQuality(metric: metric, direction: direction))
  }

  /// The next job where every rung is judged as a whole.
  private func nextOfRungs(_ tree: LineageTree) -> Proposal {
    if let job = newTrial(tree, news: []) { return job }
    for rung in 0..<settings.budgets.count - 1 {
      if tree.generation(rung).contains(where: { !$0.hasEnded }) { return .wait }
      if let next = promotable(on: rung, tree).first { return promoted(next, news: []) }
    }
    return tree.hasOpenJobs ? .wait : end(tree)
  }

  /// The next job where whoever is free goes on with what there is.
  private func nextOfAny(_ tree: LineageTree) -> Proposal {
    for rung in (0..<settings.budgets.count - 1).reversed() {
      if let next = promotable(on: rung, tree).first { return promoted(next, news: tree.news) }
    }
    if let job = newTrial(tree, news: tree.news) { return job }
    return tree.hasOpenJobs ? .wait : end(tree)
  }

  /// The jobs on a rung that are among its best now and were not promoted, the best first.
  private func promotable(on rung: Int, _ tree: LineageTree) -> [LineageNode] {
    let ranking = LineageNode.ranked(tree.generation(rung))
    return ranking.prefix(settings.quota(of: ranking.count)).filter {
      $0.quality != nil && tree.node(rung + 1, $0.place.member) == nil
    }
  }

  private func newTrial(_ tree: LineageTree, news: [String]) -> Proposal? {
    // Where somebody deleted a job, its trial may still stand on a higher rung.
    let known = Set(tree.nodes.map(\.place.member))
    guard let trial = (0..<max(0, settings.trials)).first(where: { !known.contains($0 + 1) }) else {
      return nil
    }
    return .descendant(
      ProposedJob(
        hyperparameters: founder(trial),
        lineage: JobLineage(generation: 0, member: trial + 1, news: news)))
  }

  private func promoted(_ node: LineageNode, news: [String]) -> Proposal {
    let rung = node.place.generation + 1
    return .descendant(
      ProposedJob(
        hyperparameters: node.job.hyperparameters.merging([settings.resource: settings.value(of: rung)]) {
          $1
        },
        results: node.job.results,
        lineage: JobLineage(generation: rung, member: node.place.member, parent: node.job.id, news: news)))
  }

  /// The end: what ended well below the highest rung that a job ended well on, and was not promoted, has been outdone.
  private func end(_ tree: LineageTree) -> Proposal {
    let top = tree.nodes.filter { $0.job.status == .done }.map(\.place.generation).max() ?? 0
    let outdone = tree.nodes.filter { node in
      node.job.status == .done && node.place.generation < top
        && tree.node(node.place.generation + 1, node.place.member) == nil
    }
    return .finishedPruning(outdone.sorted { $0.order < $1.order }.map(\.job.id))
  }
}
