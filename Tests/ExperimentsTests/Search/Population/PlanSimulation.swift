import Diagnostics
import Jobs
import RunModel
import TestSupport

@testable import Experiments

/// A queue's rules for a plan, in memory and without a clock: jobs are proposed, run and end in an order that chance gives.
struct PlanSimulation {
  let plan: any LineagePlan
  /// All jobs, oldest first.
  var jobs: [Job] = []
  /// Whether the plan has said that nothing comes any more.
  var isFinished = false
  /// What each job measures; nil crashes it.
  var measure: (Job) -> [ExactString: Scalar]?

  init(_ plan: any LineagePlan, measure: @escaping (Job) -> [ExactString: Scalar]?) {
    self.plan = plan
    self.measure = measure
  }

  /// Adds a job as somebody does.
  mutating func add(_ hyperparameters: [ExactString: Scalar]) {
    jobs.append(
      Job(id: id(jobs.count + 1), experiment: "e", hyperparameters: hyperparameters, created: moment))
  }

  /// Begins the oldest queued job, else a proposed one; returns false if there is none.
  mutating func begin() -> Bool {
    if let queued = jobs.firstIndex(where: { $0.status == .queued }) {
      jobs[queued].status = .running
      return true
    }
    switch plan.proposal(after: jobs) {
    case .descendant(let proposed):
      jobs.append(
        Job(
          id: id(jobs.count + 1), experiment: "e", status: .running,
          hyperparameters: proposed.hyperparameters,
          results: proposed.results, created: moment, lineage: proposed.lineage))
      prune(proposed.prunes)
      return true
    case .finishedPruning(let ids):
      if !hasRunning {
        prune(ids)
        isFinished = true
      }
    case .finished: isFinished = !hasRunning
    case .wait, .job: break
    }
    return false
  }

  /// Ends a running job.
  mutating func end(_ position: Int) {
    let results = measure(jobs[position])
    jobs[position].results = results ?? [:]
    jobs[position].status = results == nil ? .crashed : .done
  }

  /// Runs to the end with this many workers, each step beginning or ending a job by chance; stops when nothing happens.
  mutating func run(workers: Int = 1, by generator: inout SeededGenerator) {
    while !isFinished {
      let running = jobs.indices.filter { jobs[$0].status == .running }
      if running.count < workers, Bool.random(using: &generator) || running.isEmpty {
        if begin() { continue }
        if isFinished || running.isEmpty { return }
      }
      if let position = running.randomElement(using: &generator) { end(position) }
    }
  }

  private var hasRunning: Bool { jobs.contains { $0.status == .running } }

  private mutating func prune(_ ids: [String]) {
    for position in jobs.indices where ids.contains(jobs[position].id) && jobs[position].status == .done {
      jobs[position].status = .pruned
      jobs[position].isOutdone = true
    }
  }

  private var moment: UTCTimestamp { UTCTimestamp(microseconds: 0) }

  private func id(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A measure of a job that depends on its place and hyperparameters, not on when it runs: the parent's plus something.
  ///
  /// One in `crashes` crashes and one in `undefined` has no finite quality.
  static func quality(seed: UInt64, crashes: Int = .max, undefined: Int = .max) -> (Job) -> [ExactString:
    Scalar]?
  {
    { job in
      let place = job.lineage ?? JobLineage(generation: 0, member: 1000)
      var chance = TrialChance(
        seed: seed, member: place.member, generation: place.generation, .explore, name: ExactString(job.id))
      if crashes < .max, chance.integer(from: 1, through: crashes) == 1 { return nil }
      if undefined < .max, chance.integer(from: 1, through: undefined) == 1 { return ["q": .real(.nan)] }
      let before = job.results["q"]?.number ?? 0
      let rate = job.hyperparameters["lr"]?.number ?? 0
      return ["q": .real((before.isFinite ? before : 0) + rate + chance.unit())]
    }
  }
}
