public import Diagnostics
public import Jobs
import RunModel

/// Population-based training: members train a bit, the worst are replaced by copies of the best, and hyperparameters
/// change on the way.
///
/// After Jaderberg and others 2017, arXiv 1711.09846.
///
/// A job is a member in a generation. It begins with the hyperparameters and results of its parent, which is the member's
/// own job of the generation before, or one of the best where that was among the worst, without a quality, or crashed. A
/// job that was among the worst becomes PRUNED. All chance depends on the seed, the member, the generation and the
/// hyperparameter's name. The same jobs give the same proposal, so a search can be replayed; a synchronous one is the same
/// whoever ends first.
///
/// ```swift
/// let plan = PopulationPlan(
///   metric: "score", direction: .maximize, seed: 1,
///   space: SearchSpace([("lr", .logUniform(low: 0.01, high: 1))]),
///   settings: PopulationSettings(size: 4, explore: ["lr": .perturb(.range(0.8, 1.2))], maxGenerations: 3))
/// while let job = try? await queue.nextJob(
///   of: "e", worker: "w", lease: 60, proposing: { plan.proposal(after: try $0.jobs()) })
/// {
///   let rate = job.hyperparameters["lr"]?.number ?? 0
///   let before = job.results["score"]?.number ?? 0  // the parent's; 0 in generation 0
///   try await queue.finish(job, results: ["score": .real(before + rate)])
/// }
/// // 12 jobs, and the experiment is DONE
/// ```
public struct PopulationPlan: LineagePlan, Hashable {
  /// The result that says how good a job is.
  public var metric: ExactString
  /// Which way it gets better.
  public var direction: SearchDirection
  /// Where all chance comes from.
  public var seed: UInt64
  /// Where the values of generation 0 come from, and those that are drawn anew; without parameters nothing is drawn, and
  /// the population is what somebody adds.
  public var space: SearchSpace
  /// The rest.
  public var settings: PopulationSettings

  /// A plan.
  public init(
    metric: ExactString, direction: SearchDirection, seed: UInt64 = 1, space: SearchSpace = SearchSpace(),
    settings: PopulationSettings = PopulationSettings()
  ) {
    self.metric = metric
    self.direction = direction
    self.seed = seed
    self.space = space
    self.settings = settings
  }

  /// Whether a generation begins when the one before has ended as a whole.
  public var isSynchronous: Bool { settings.isSynchronous }

  /// The last generation, from 0; nil where there is no end.
  public var lastGeneration: Int? { settings.maxGenerations.map { max(0, $0 - 1) } }

  /// Where each job stands, by their ids; one that is too many for the population has no place.
  public func places(of jobs: [Job]) -> [String: JobLineage] { tree(jobs).places }

  /// What comes next, where no job is queued.
  ///
  /// Generation 0 is drawn member by member, as far as nobody added its jobs; nobody goes on before all of it has ended.
  /// Then, synchronous, comes the next member of the newest generation; asynchronous, of all members whose latest job
  /// has ended, the one with the fewest generations, compared with the latest ended job of every other. It is over after the
  /// last generation, and when there is no job with a quality left to go on from.
  public func proposal(after jobs: [Job]) -> Proposal {
    let size = size(jobs)
    guard size > 0 else { return .wait }
    let tree = tree(jobs)
    if tree.generations.count <= 1 {
      if let missing = (1...size).first(where: { tree.node(0, $0) == nil }) {
        return founder(missing, news: isSynchronous ? [] : tree.news)
      }
      if tree.hasOpenJobs { return .wait }
    }
    return isSynchronous ? nextOfGeneration(tree, size) : nextOfMember(tree, size)
  }

  private func tree(_ jobs: [Job]) -> LineageTree {
    LineageTree(jobs, limit: size(jobs), quality: JobQuality(metric: metric, direction: direction))
  }

  private func size(_ jobs: [Job]) -> Int { settings.size ?? LineageTree.founders(jobs) }

  /// A member of generation 0, as a random search would draw it; without distributions somebody has to add it.
  private func founder(_ member: Int, news: [String]) -> Proposal {
    guard !space.parameters.isEmpty else { return .wait }
    return .descendant(
      ProposedJob(
        hyperparameters: space.sample(seed: seed, trial: member - 1),
        lineage: JobLineage(generation: 0, member: member, news: news)))
  }

  /// The next job where a generation begins when the one before is over.
  private func nextOfGeneration(_ tree: LineageTree, _ size: Int) -> Proposal {
    let newest = tree.generations.count - 1
    if newest > 0, let missing = (1...size).first(where: { tree.node(newest, $0) == nil }) {
      // One that somebody wants anew may change the ranking.
      if tree.generation(newest - 1).contains(where: { !$0.hasEnded }) { return .wait }
      return successor(
        missing, newest, candidate: tree.node(newest - 1, missing), tree.generation(newest - 1))
    }
    if tree.generation(newest).contains(where: { !$0.hasEnded }) { return .wait }
    if let lastGeneration, newest >= lastGeneration { return .finished }
    return successor(1, newest + 1, candidate: tree.node(newest, 1), tree.generation(newest))
  }

  /// The next job where a member goes on as soon as it can: the one with the fewest generations first.
  private func nextOfMember(_ tree: LineageTree, _ size: Int) -> Proposal {
    var ranked: [LineageNode] = []
    var candidates: [LineageNode] = []
    for member in 1...size {
      guard let latest = tree.latest(member) else { continue }
      guard latest.hasEnded else {
        if let ended = tree.latest(member, where: \.hasEnded) { ranked.append(ended) }
        continue
      }
      ranked.append(latest)
      if latest.place.generation < lastGeneration ?? .max { candidates.append(latest) }
    }
    guard let next = candidates.min(by: { $0.place.generation < $1.place.generation }) else {
      return tree.hasOpenJobs ? .wait : .finished
    }
    let proposal = successor(
      next.place.member, next.place.generation + 1, candidate: next, ranked, news: tree.news)
    return proposal == .finished && tree.hasOpenJobs ? .wait : proposal
  }

  /// The job of a member in a generation above 0.
  ///
  /// - Parameters:
  ///   - member: The member.
  ///   - generation: Its new generation.
  ///   - candidate: The member's own job before; nil if it was deleted.
  ///   - others: The jobs that are compared, the candidate among them.
  ///   - news: What the lineage says of jobs that ended.
  /// - Returns: The job; `finished` where there is none that anybody could go on from.
  private func successor(
    _ member: Int, _ generation: Int, candidate: LineageNode?, _ others: [LineageNode], news: [String] = []
  ) -> Proposal {
    let ranking = LineageNode.ranked(others)
    let quantile = settings.quantile(of: ranking.count)
    let best = ranking.filter { $0.isUsable && $0.job.id != candidate?.job.id }.prefix(max(1, quantile))
    var parent: LineageNode?
    var prunes: [String] = []
    if let candidate, candidate.isUsable,
      ranking.prefix(ranking.count - quantile).contains(candidate) || best.isEmpty
    {
      parent = candidate
    } else if !best.isEmpty {
      var chance = TrialChance(seed: seed, member: member, generation: generation, .exploit)
      parent = best[best.startIndex + chance.integer(from: 0, through: best.count - 1)]
      if let candidate, candidate.job.status == .done { prunes = [candidate.job.id] }
    }
    guard let parent else { return .finished }
    var (hyperparameters, factors) = (parent.job.hyperparameters, [ExactString: JobFactor]())
    for (name, exploration) in settings.explore {
      var chance = TrialChance(seed: seed, member: member, generation: generation, .explore, name: name)
      let distribution = space.parameters.first { $0.name == name }?.distribution
      guard let value = hyperparameters[name],
        let change = exploration.change(value, from: distribution, by: &chance)
      else { continue }
      hyperparameters[name] = change.value
      factors[name] = change.factor
    }
    return .descendant(
      ProposedJob(
        hyperparameters: hyperparameters, results: parent.job.results,
        lineage: JobLineage(
          generation: generation, member: member, parent: parent.job.id, factors: factors, news: news),
        prunes: prunes))
  }
}
