import Diagnostics
import Jobs
import RunModel
import TestSupport
import Testing

@testable import Experiments

/// What holds of every population, whatever its settings, its results and the order in which jobs end.
@Suite struct PopulationLawTests {
  private struct Case {
    let plan: PopulationPlan
    let crashes: Int
    let undefined: Int
    let seed: UInt64
    let size: Int
    let generations: Int
  }

  private static func draw(_ generator: inout SeededGenerator, isSynchronous: Bool) -> Case {
    let size = Int.random(in: 1...9, using: &generator)
    let generations = Int.random(in: 1...6, using: &generator)
    let seed = UInt64.random(in: 0...1_000_000, using: &generator)
    let explorations: [Exploration] = [
      .perturb(.range(0.8, 1.2)), .perturb(.oneOf([0.5, 2])), .resample(), .resample(probability: 0.5),
      Exploration(factor: .oneOf([0.8, 1.2]), resampling: 0.25),
    ]
    var explore: [ExactString: Exploration] = [:]
    for name: ExactString in ["lr", "depth", "kind"] where Bool.random(using: &generator) {
      explore[name] = name == "kind" ? .resample() : explorations.randomElement(using: &generator)
    }
    return Case(
      plan: PopulationPlan(
        metric: "q", direction: Bool.random(using: &generator) ? .maximize : .minimize, seed: seed,
        space: SearchSpace([
          ("lr", .logUniform(low: 0.001, high: 1)),
          ("depth", .integer(low: 1, high: 9, isLogarithmic: false)),
          ("kind", .choice(values: ["a", "b", "c"], weights: nil)),
        ]),
        settings: PopulationSettings(
          size: size, truncate: Double.random(in: 0.05...0.5, using: &generator), explore: explore,
          maxGenerations: generations, isSynchronous: isSynchronous)),
      crashes: [.max, 4].randomElement(using: &generator) ?? .max,
      undefined: [.max, 3].randomElement(using: &generator) ?? .max, seed: seed, size: size,
      generations: generations)
  }

  private static func run(_ each: Case, workers: Int, order: inout SeededGenerator) -> PlanSimulation {
    var simulation = PlanSimulation(
      each.plan,
      measure: PlanSimulation.quality(seed: each.seed, crashes: each.crashes, undefined: each.undefined))
    simulation.run(workers: workers, by: &order)
    return simulation
  }

  @Test(arguments: [true, false]) func theLawsOfAPopulationHold(_ isSynchronous: Bool) throws {
    var generator = SeededGenerator(seed: isSynchronous ? 21 : 22)
    var (pruned, crashed, replaced) = (0, 0, 0)
    for round in 0..<FuzzDose.rounds(default: 150) {
      let each = Self.draw(&generator, isSynchronous: isSynchronous)
      let simulation = Self.run(each, workers: Int.random(in: 1...8, using: &generator), order: &generator)
      let jobs = simulation.jobs
      #expect(simulation.isFinished, "round \(round)")
      let byID = Dictionary(uniqueKeysWithValues: jobs.map { ($0.id, $0) })
      let places = jobs.compactMap(\.lineage)
      #expect(places.count == jobs.count)
      // Each member and generation once, the size constant, no generation too many.
      #expect(Set(places.map { [$0.member, $0.generation] }).count == jobs.count, "round \(round)")
      #expect(places.allSatisfy { (1...each.size).contains($0.member) && $0.generation < each.generations })
      let last = places.map(\.generation).max() ?? 0
      if isSynchronous {
        for generation in 0...last {
          #expect(places.count { $0.generation == generation } == each.size, "round \(round)")
        }
      }
      let quality = JobQuality(metric: "q", direction: each.plan.direction)
      if last < each.generations - 1 {
        // It ended early only since nobody was left to go on from.
        let final = (1...each.size).compactMap { member in jobs.last { $0.lineage?.member == member } }
        #expect(final.allSatisfy { $0.status != .done || quality.value(of: $0) == nil }, "round \(round)")
      }
      for job in jobs {
        guard let place = job.lineage, place.generation > 0 else {
          #expect(job.lineage?.parent == nil && job.lineage?.factors == [:])
          continue
        }
        let parent = try #require(place.parent.flatMap { byID[$0] })
        // Nobody goes on from a job that crashed or has no finite quality.
        #expect(quality.value(of: parent) != nil && parent.status != .crashed, "round \(round)")
        #expect(parent.id < job.id)
        if isSynchronous { #expect(parent.lineage?.generation == place.generation - 1) }
        let own = try #require(
          jobs.first { $0.lineage?.member == place.member && $0.lineage?.generation == place.generation - 1 })
        // Pruned are exactly those that ended well and whose successor has another's parent.
        #expect((own.status == .pruned) == (own.id != parent.id && own.status != .crashed), "round \(round)")
        #expect(own.isOutdone == (own.status == .pruned))
        if own.id != parent.id { replaced += 1 }
        Self.check(job, from: parent, each.plan, round)
      }
      pruned += jobs.count { $0.status == .pruned }
      crashed += jobs.count { $0.status == .crashed }
      #expect(LineageReplay(each.plan).firstDifference(in: jobs, isOver: true) == nil, "round \(round)")
    }
    #expect(pruned > 50 && crashed > 50 && replaced > pruned)
  }

  /// A value is the parent's, the parent's by the factor, or one of its distribution.
  private static func check(_ job: Job, from parent: Job, _ plan: PopulationPlan, _ round: Int) {
    let factors = job.lineage?.factors ?? [:]
    for (name, value) in job.hyperparameters {
      let before = parent.hyperparameters[name]
      let distribution = plan.space.parameters.first { $0.name == name }?.distribution
      switch factors[name] {
      case nil: #expect(value == before, "round \(round) \(job.id)")
      case .resampled?: #expect(plan.settings.explore[name]?.resampling ?? 0 > 0)
      case .times(let factor)?:
        let product = (before?.number ?? .nan) * factor
        #expect(value == distribution?.nearest(to: product, isWhole: false), "round \(round) \(job.id)")
        if name == "lr", product < 1, product > 0.001 { #expect(value == .real(product)) }
      }
      if name == "depth" {
        #expect(value.kind == .integer && (1...9).contains(value.number ?? 0), "round \(round) \(job.id)")
      } else if name == "lr" {
        #expect((0.001..<1).contains(value.number ?? 0), "round \(round) \(job.id)")
      }
    }
  }

  @Test func aSynchronousLineageDoesNotDependOnWhoEndsFirst() {
    var generator = SeededGenerator(seed: 23)
    for round in 0..<FuzzDose.rounds(default: 60) {
      let each = Self.draw(&generator, isSynchronous: true)
      let alone = Self.run(each, workers: 1, order: &generator).jobs
      for workers in [2, 3, 8] {
        let jobs = Self.run(each, workers: workers, order: &generator).jobs
        #expect(jobs == alone, "round \(round), \(workers) workers")
      }
    }
  }

  @Test func anAsynchronousLineageSaysWhatItDependedOn() {
    var generator = SeededGenerator(seed: 24)
    var others = 0
    for round in 0..<FuzzDose.rounds(default: 60) {
      let each = Self.draw(&generator, isSynchronous: false)
      var jobs = Self.run(each, workers: 5, order: &generator).jobs
      let news = jobs.flatMap { $0.lineage?.news ?? [] }
      #expect(Set(news).count == news.count, "a job ends once; round \(round)")
      // Another result somewhere gives another lineage, and the replay says so.
      guard let changed = jobs.indices.filter({ jobs[$0].status == .pruned }).randomElement(using: &generator)
      else { continue }
      let best = each.plan.direction == .maximize ? 1e6 : -1e6
      jobs[changed].results["q"] = .real(best)
      if LineageReplay(each.plan).firstDifference(in: jobs, isOver: true) != nil { others += 1 }
    }
    #expect(others > 20)
  }
}
