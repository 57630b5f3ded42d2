import Diagnostics
import Jobs
import RunModel
import TestSupport
import Testing

@testable import Experiments

@Suite struct HalvingPlanTests {
  private static let space = SearchSpace([("x", .uniform(low: 0, high: 1))])

  private static func plan(
    trials: Int, low: Double = 1, high: Double = 9, factor: Double = 3, isSynchronous: Bool = false,
    direction: SearchDirection = .maximize, seed: UInt64 = 1
  ) -> HalvingPlan {
    HalvingPlan(
      metric: "q", direction: direction, seed: seed, space: space,
      settings: HalvingSettings(
        resource: "epochs", low: low, high: high, factor: factor, trials: trials, isSynchronous: isSynchronous
      ))
  }

  @Test func theExampleOfTheDocumentation() async throws {
    let scratch = try TemporaryDirectory()
    let queue = try JobQueue.open(
      scratch.path + "/jobs.sqlite", creating: true, now: { UTCTimestamp(microseconds: 1) })
    try await queue.addExperiment("e")
    let plan = HalvingPlan(
      metric: "loss", direction: .minimize, space: SearchSpace([("x", .uniform(low: 0, high: 1))]),
      settings: HalvingSettings(
        resource: "epochs", low: 1, high: 9, factor: 3, trials: 9, isSynchronous: true))
    while let job = try? await queue.nextJob(
      of: "e", worker: "w", lease: 60, proposing: { plan.proposal(after: try $0.jobs()) })
    {
      try await queue.finish(job, results: ["loss": job.hyperparameters["x"] ?? 0])
    }
    let jobs = try await queue.allJobs(of: "e")
    #expect(
      jobs.map { $0.hyperparameters["epochs"]?.text } == Array(repeating: "1", count: 9) + [
        "3", "3", "3", "9",
      ])
    let best = jobs.prefix(9).sorted { $0.results["loss"]?.number ?? 1 < $1.results["loss"]?.number ?? 1 }
    #expect(jobs[9..<12].map { $0.lineage?.parent } == best.prefix(3).map(\.id), "the best first")
    #expect(
      jobs[12].lineage?.parent == jobs[9].id && jobs[12].hyperparameters["x"] == best[0].hyperparameters["x"])
    // What ended below the top and did not go on is pruned: six on the lowest rung, two on the next.
    #expect(jobs.count { $0.status == .pruned } == 8)
    #expect(
      Set(jobs.filter { $0.status == .done }.map(\.id))
        == Set(best.prefix(3).map(\.id) + [jobs[9].id, jobs[12].id]))
    #expect(try await queue.experiment("e").status == .done)
  }

  @Test func budgetsGrowByTheFactorUpToTheHighest() {
    func texts(_ low: Double, _ high: Double, _ factor: Double) -> [String] {
      let settings = HalvingSettings(resource: "r", low: low, high: high, factor: factor, trials: 1)
      return settings.budgets.indices.map { settings.value(of: $0).text }
    }
    #expect(texts(1, 81, 3) == ["1", "3", "9", "27", "81"])
    #expect(texts(1, 50, 3) == ["1", "3", "9", "27", "50"])
    #expect(texts(4, 4, 2) == ["4"])
    #expect(texts(0.1, 0.9, 3).count == 3 && texts(0.1, 0.9, 3).last == "0.9")
    #expect(texts(1, 10, 2.5) == ["1.0", "2.5", "6.25", "10.0"])
  }

  @Test func whatIsWrongWithRungsIsSaid() {
    func problem(_ low: Double, _ high: Double, _ factor: Double) -> String? {
      HalvingSettings(resource: "r", low: low, high: high, factor: factor, trials: 1).problem?.found
    }
    #expect(problem(1, 81, 3) == nil)
    #expect(problem(0, 81, 3) == "min 0.0" && problem(.nan, 81, 3) != nil)
    #expect(problem(2, 1, 3) == "max 1.0 below min 2.0" && problem(1, .infinity, 3) != nil)
    #expect(problem(1, 81, 1) == "factor 1.0" && problem(1, 81, .nan) != nil)
    #expect(problem(1, 1e300, 1.000001) == "more than 100 rungs")
  }

  /// Algorithm 2 of the paper by hand, factor 2 and two rungs above the lowest.
  @Test func whoeverIsFreePromotesFromTheHighestRungThatHasOne() {
    let qualities: [String: Double] = [
      "1/0": 1, "2/0": 3, "3/0": 2, "4/0": 4, "2/1": 5, "4/1": 6, "4/2": 7,
    ]
    let plan = Self.plan(trials: 4, high: 4, factor: 2)
    var simulation = PlanSimulation(plan) { job in
      let place = job.lineage ?? JobLineage(generation: 0, member: 1)
      return ["q": .real(qualities["\(place.member)/\(place.generation)"] ?? 0)]
    }
    var steps: [String] = []
    // One worker: each job ends before the next is asked for.
    while simulation.begin(), let place = simulation.jobs.last?.lineage {
      steps.append("\(place.member)/\(place.generation)")
      simulation.end(simulation.jobs.count - 1)
    }
    // With two on the lowest rung (1 and 3) the better, trial 2, goes on; with four (1, 3, 2, 4) the best two are 4 and 2,
    // and 4 follows. With two on the next rung (5 and 6) trial 4 goes on.
    #expect(steps == ["1/0", "2/0", "2/1", "3/0", "4/0", "4/1", "4/2"])
    #expect(simulation.isFinished)
    #expect(
      simulation.jobs.map { $0.hyperparameters["epochs"]?.text } == ["1", "1", "2", "1", "1", "2", "4"])
    #expect(simulation.jobs.map(\.status) == [.pruned, .done, .pruned, .pruned, .done, .done, .done])
    #expect(simulation.jobs.map { $0.lineage?.parent } == [nil, nil, "0002", nil, nil, "0005", "0006"])
    #expect(simulation.jobs[2].lineage?.news == ["0002"])
    #expect(LineageReplay(plan).firstDifference(in: simulation.jobs, isOver: true) == nil)
  }

  @Test(arguments: [true, false]) func theLawsOfHalvingHold(_ isSynchronous: Bool) throws {
    var generator = SeededGenerator(seed: isSynchronous ? 31 : 32)
    var promoted = 0
    for round in 0..<FuzzDose.rounds(default: 120) {
      let seed = UInt64.random(in: 0...1_000_000, using: &generator)
      let trials = Int.random(in: 1...30, using: &generator)
      let factor: Double = [2.0, 2.5, 3, 4].randomElement(using: &generator) ?? 3
      let high: Double = [4.0, 9, 27].randomElement(using: &generator) ?? 9
      let plan = Self.plan(
        trials: trials, high: high, factor: factor,
        isSynchronous: isSynchronous, direction: Bool.random(using: &generator) ? .maximize : .minimize,
        seed: seed)
      let crashes = [Int.max, 5].randomElement(using: &generator) ?? .max
      let undefined = [Int.max, 4].randomElement(using: &generator) ?? .max
      let measure = PlanSimulation.quality(seed: seed, crashes: crashes, undefined: undefined)
      var simulation = PlanSimulation(plan, measure: measure)
      simulation.run(workers: Int.random(in: 1...8, using: &generator), by: &generator)
      let jobs = simulation.jobs
      #expect(simulation.isFinished, "round \(round)")
      let budgets = plan.settings.budgets.indices.map { plan.settings.value(of: $0) }
      let places = jobs.compactMap(\.lineage)
      #expect(Set(places.map { [$0.member, $0.generation] }).count == jobs.count)
      #expect(Set(places.map(\.member)) == Set(1...trials), "every trial is begun")
      let quality = JobQuality(metric: "q", direction: plan.direction)
      for (position, job) in jobs.enumerated() {
        let place = try #require(job.lineage)
        #expect(job.hyperparameters["epochs"] == budgets[place.generation], "round \(round)")
        #expect(job.hyperparameters["x"] == plan.founder(place.member - 1)["x"])
        guard place.generation > 0 else { continue }
        promoted += 1
        let parent = try #require(jobs.first { $0.id == place.parent })
        #expect(parent.lineage?.member == place.member && parent.lineage?.generation == place.generation - 1)
        let own = try #require(quality.value(of: parent))
        #expect(parent.status == .done, "who goes on is not pruned")
        if !isSynchronous {
          // Of the jobs on its rung that had ended when it went on, fewer than ⌊n/factor⌋ were better.
          let ended = Set(jobs[...position].flatMap { $0.lineage?.news ?? [] })
          let rung = jobs.filter {
            ended.contains($0.id) && $0.lineage?.generation == place.generation - 1 && $0.status != .crashed
          }
          let better = rung.count { quality.value(of: $0) ?? -.infinity > own }
          #expect(better < Int((Double(rung.count) / factor).rounded(.down)), "round \(round) \(job.id)")
        }
      }
      if isSynchronous {
        for rung in 1..<budgets.count {
          let below = jobs.filter { $0.lineage?.generation == rung - 1 && $0.status != .crashed }
          let defined = below.count { quality.value(of: $0) != nil }
          let expected = min(Int((Double(below.count) / factor).rounded(.down)), defined)
          #expect(places.count { $0.generation == rung } == expected, "round \(round), rung \(rung)")
        }
      }
      let reached = jobs.filter { $0.status != .crashed }.compactMap { $0.lineage?.generation }.max() ?? 0
      for job in jobs where job.status != .crashed {
        let place = try #require(job.lineage)
        let goesOn = places.contains { $0.parent == job.id }
        #expect(
          (job.status == .pruned) == (!goesOn && place.generation < reached), "round \(round)")
      }
      #expect(LineageReplay(plan).firstDifference(in: jobs, isOver: true) == nil, "round \(round)")
      if isSynchronous {
        var alone = PlanSimulation(plan, measure: measure)
        alone.run(workers: 1, by: &generator)
        #expect(alone.jobs == jobs, "round \(round)")
      }
    }
    #expect(promoted > 200)
  }

  @Test func whoCameFurthestIsNotPrunedThoughThereAreHigherRungs() {
    var generator = SeededGenerator(seed: 2)
    // Of 27 trials 9, 3 and 1 go on; nobody of one goes on.
    var simulation = PlanSimulation(Self.plan(trials: 27, high: 81, isSynchronous: true)) {
      ["q": .integer($0.lineage?.member ?? 0)]
    }
    simulation.run(by: &generator)
    #expect(simulation.jobs.count == 40 && simulation.jobs.last?.hyperparameters["epochs"] == 27)
    #expect(simulation.jobs.last?.status == .done && simulation.jobs.count { $0.status == .pruned } == 26)
    var two = PlanSimulation(Self.plan(trials: 2)) { ["q": .integer($0.lineage?.member ?? 0)] }
    two.run(by: &generator)
    #expect(two.isFinished && two.jobs.map(\.status) == [.done, .done])
    #expect(
      LineageReplay(two.plan).firstDifference(in: two.jobs, isOver: true) == nil
        && LineageReplay(simulation.plan).firstDifference(in: simulation.jobs, isOver: true) == nil)
  }

  @Test func anAddedTrialThatItsProgramGaveUpIsNotPromoted() {
    let plan = Self.plan(trials: 3, high: 2, factor: 2)
    var simulation = PlanSimulation(plan) { ["q": .integer(10 - ($0.lineage?.member ?? 1))] }
    simulation.add(["x": 0.5, "epochs": 1])
    _ = simulation.begin()
    simulation.end(0)
    // The best of all, and it gave up.
    simulation.jobs[0].status = .pruned
    var generator = SeededGenerator(seed: 3)
    simulation.run(by: &generator)
    #expect(simulation.jobs.map { $0.lineage?.parent } == [nil, nil, nil, "0002"])
    #expect(simulation.jobs.map(\.isOutdone) == [false, false, true, false])
    #expect(LineageReplay(plan).firstDifference(in: simulation.jobs, isOver: true) == nil)
  }

  @Test func moreTrialsGoOnWithASearchThatWasOver() {
    var plan = Self.plan(trials: 3)
    var simulation = PlanSimulation(plan) { ["q": .integer(10 - ($0.lineage?.member ?? 0))] }
    var generator = SeededGenerator(seed: 1)
    simulation.run(by: &generator)
    #expect(simulation.jobs.map { $0.lineage?.member } == [1, 2, 3, 1])
    #expect(simulation.jobs[1].status == .pruned)
    plan.settings.trials = 6
    var more = PlanSimulation(plan, measure: simulation.measure)
    more.jobs = simulation.jobs
    more.run(by: &generator)
    // Of six the best two go on: what was pruned too early is taken up again.
    #expect(more.isFinished && more.jobs.dropFirst(4).map { $0.lineage?.member } == [4, 5, 6, 2])
    #expect(LineageReplay(plan).firstDifference(in: more.jobs, isOver: true) == nil)
  }
}
