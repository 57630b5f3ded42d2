import Diagnostics
import RunModel
import TestSupport
import Testing

@testable import Experiments

/// Specifications of populations and of successive halving.
@Suite struct SearchSpecPopulationTests {
  private func read(_ text: String) throws -> SearchSpec {
    try SearchSpec.read("s.yaml", from: .inMemory(bytes: ["s.yaml": Array((Self.head + text).utf8)]))
  }

  private func problems(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let error as SearchSpecError {
      return error.diagnostics.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  private static let head = "experiment: e\ncommand: train %h\n"
  private static let full = """
    strategy: pbt
    population: 10
    parameters: {lr: {loguniform: [0.001, 1]}, batch: {integer: [1, 64]}, kind: [a, b], m: {normal: [0, 1]}}
    exploit: {truncate: 0.3}
    explore:
      lr: {perturb: {min: 0.8, max: 1.2}}
      batch: {perturb: [0.5, 2], resample: 0.25}
      kind: resample
      m: {resample: true}
    max_generations: 7
    metric: score
    direction: maximize
    synchronous: false
    jobs: [{lr: 0.5, batch: 2, kind: a, m: 0, more: x}]

    """

  @Test func everythingThatCanBeSaidOfAPopulationIsRead() throws {
    let spec = try read(Self.full)
    #expect(
      spec.population
        == PopulationSettings(
          size: 10, truncate: 0.3,
          explore: [
            "lr": .perturb(.range(0.8, 1.2)),
            "batch": Exploration(factor: .oneOf([0.5, 2]), resampling: 0.25),
            "kind": .resample(), "m": .resample(),
          ], maxGenerations: 7, isSynchronous: false))
    #expect(spec.strategy == .pbt && spec.plan?.lastGeneration == 6 && spec.plan?.isSynchronous == false)
    #expect(spec.trialCount == 9 && spec.jobCount == 70)
    #expect(spec.point(of: 0) == spec.space.sample(seed: 1, trial: 1), "the given job is the first member")
    #expect(spec.point(of: 9) == nil)
    let defaults = try read(
      "strategy: pbt\npopulation: 2\nparameters: {a: {uniform: [0, 1]}}\nmetric: loss\n")
    #expect(defaults.population == PopulationSettings(size: 2) && defaults.population.truncate == 0.2)
    #expect(
      defaults.population.isSynchronous && defaults.jobCount == nil && defaults.plan?.lastGeneration == nil)
  }

  @Test func whatAQueueKeepsIsReadAsTheSame() throws {
    // schedy wrote maxGenerations and read max_generations, and lost it.
    let spec = try read(Self.full)
    #expect(try SearchSpec(settings: spec.settings, queue: spec.queue) == spec)
    #expect(try SearchSpec(settings: spec.settings, queue: spec.queue).population.maxGenerations == 7)
    let halving = try read(Self.halving)
    #expect(try SearchSpec(settings: halving.settings, queue: halving.queue) == halving)
    let random = try read("trials: 1\n")
    #expect(!random.settings.contains("population") && !random.settings.contains("synchronous"))
  }

  @Test func schedysNamesDo() throws {
    let spec = try read(
      """
      strategy: pbt
      population_size: 4
      initial_distributions: {lr: {uniform: {low: 0, high: 1}}}
      result_name: score
      objective: max
      explore: {lr: {perturb: {minFactor: 0.8, maxFactor: 1.2}}}
      maxGenerations: 3

      """)
    #expect(spec.population.size == 4 && spec.population.maxGenerations == 3)
    #expect(spec.metric == "score" && spec.direction == .maximize && spec.space.parameters.count == 1)
    #expect(spec.population.explore == ["lr": .perturb(.range(0.8, 1.2))])
    #expect(
      problems("strategy: pbt\npopulation: 4\npopulation_size: 4\nparameters: {a: [1]}\nmetric: loss\n")
        == [
          "s.yaml:5:1: error: found population_size beside population, which mean the same; expected one of them."
        ])
  }

  private static let halving = """
    strategy: asha
    resource: {name: epochs, min: 1, max: 81, factor: 3}
    trials: 20
    parameters: {lr: {uniform: [0, 1]}}
    metric: loss
    jobs: [{lr: 0.5}]

    """

  @Test func everythingThatCanBeSaidOfSuccessiveHalvingIsRead() throws {
    let spec = try read(Self.halving)
    #expect(
      spec.halving == HalvingSettings(resource: "epochs", low: 1, high: 81, factor: 3, trials: 0))
    #expect(spec.plan?.lastGeneration == 4 && spec.plan?.isSynchronous == false)
    #expect(spec.jobs == [["lr": 0.5, "epochs": 1]], "the lowest rung's budget is filled in")
    #expect(spec.trialCount == 19 && spec.jobCount == nil)
    #expect(
      spec.point(of: 0)?["epochs"] == 1
        && spec.point(of: 0)?["lr"] == spec.space.sample(seed: 1, trial: 1)["lr"])
    #expect(try read(Self.halving + "synchronous: true\n").plan?.isSynchronous == true)
    #expect(spec.problem(ofJob: spec.completed(["lr": 1])) == nil)
    #expect(spec.problem(ofJob: ["lr": 1, "epochs": 3])?.expected == "1, that of the lowest rung, or none")
    #expect(spec.problem(ofJob: spec.completed(["lr": 1, "x": 1]))?.found == "the hyperparameter “x”")
  }

  @Test func moreTrialsLeaveOnlyAnAsynchronousHalvingComparable() throws {
    for isSynchronous in [true, false] {
      let spec = try read(Self.halving + "synchronous: \(isSynchronous)\n")
      var more = spec
      more.trials = 30
      #expect(spec.incomparableKeys(with: more) == (isSynchronous ? ["trials"] : []))
      more.halving?.factor = 4
      #expect(spec.incomparableKeys(with: more).contains("resource"))
    }
  }

  @Test(arguments: [
    ("strategy: pbt\npopulation: 4\nparameters: {a: [1]}\n", "strategy: pbt without a metric"),
    ("strategy: pbt\npopulation: 4\nmetric: oddness\nparameters: {a: [1]}\n", "which way it gets better"),
    ("strategy: pbt\nmetric: loss\n", "a population without a size"),
    (
      "strategy: pbt\nmetric: loss\nparameters: {a: [1, 2]}\njobs: [{a: 1}]\n",
      "and no size of the population"
    ),
    ("strategy: pbt\nmetric: loss\npopulation: 1\njobs: [{a: 1}, {a: 2}]\n", "2 jobs for a population of 1"),
    ("strategy: pbt\nmetric: loss\npopulation: 0\n", "a whole number from 1 to 10000"),
    ("strategy: pbt\nmetric: loss\npopulation: 2\nmax_generations: 0\n", "a whole number from 1 to 1000000"),
    (
      "strategy: pbt\nmetric: loss\npopulation: 2\nexploit: {truncate: 0.6}\n",
      "a part above 0 and at most 0.5"
    ),
    ("strategy: pbt\nmetric: loss\npopulation: 2\nexploit: {truncate: 0}\n", "truncate 0.0"),
    ("strategy: pbt\nmetric: loss\npopulation: 2\nexploit: {truncat: 0.2}\n", "Did you mean “truncate”?"),
    ("strategy: pbt\nmetric: loss\npopulation: 2\nexplore: {a: resampel}\n", "Did you mean “resample”?"),
    ("strategy: pbt\nmetric: loss\npopulation: 2\nexplore: {a: {pertrub: [1]}}\n", "Did you mean “perturb”?"),
    (
      "strategy: pbt\nmetric: loss\npopulation: 2\nexplore: {a: {perturb: {min: 2, max: 1}}}\n",
      "factors from 2.0 to 1.0"
    ),
    ("strategy: pbt\nmetric: loss\npopulation: 2\nexplore: {a: {perturb: {min: 2}}}\n", "no max"),
    ("strategy: pbt\nmetric: loss\npopulation: 2\nexplore: {a: {perturb: []}}\n", "0 factors"),
    (
      "strategy: pbt\nmetric: loss\npopulation: 2\nexplore: {a: {resample: 2}}\n", "a probability from 0 to 1"
    ),
    (
      "strategy: pbt\nmetric: loss\npopulation: 2\nparameters: {rate: {uniform: [0, 1]}}\nexplore: {rat: resample}\n",
      "Did you mean “rate”?"
    ),
    (
      "strategy: pbt\nmetric: loss\npopulation: 2\nparameters: {a: [1, 2]}\nexplore: {a: {perturb: [1, 2]}}\n",
      "whose values are no numbers with bounds; expected resample"
    ),
    (
      "strategy: pbt\nmetric: loss\npopulation: 2\njobs: [{b: 1}, {a: 1}]\nexplore: {a: {perturb: [1, 2]}}\n",
      "“a”, which is no parameter"
    ),
    (
      "strategy: pbt\nmetric: loss\npopulation: 2\njobs: [{a: x}, {a: 1}]\nexplore: {a: {perturb: [1, 2]}}\n",
      "“a” “x”; expected a number, since it is multiplied"
    ),
    ("strategy: pbt\nmetric: loss\npopulation: 2\ntrials: 3\n", "trials with strategy: pbt"),
    ("trials: 3\npopulation: 3\n", "population with strategy: random; expected it with strategy: pbt"),
    ("strategy: asha\ntrials: 3\nmetric: loss\n", "successive halving without a resource"),
    (
      "strategy: asha\nmetric: loss\nresource: {name: e, min: 1, max: 9}\n",
      "successive halving without trials"
    ),
    ("strategy: asha\nmetric: loss\ntrials: 3\nresource: {min: 1, max: 9}\n", "no usable name"),
    (
      "strategy: asha\nmetric: loss\ntrials: 3\nresource: {name: e, min: 1, max: 9, factor: 1}\n",
      "factor 1.0"
    ),
    (
      "strategy: asha\nmetric: loss\ntrials: 3\nresource: {name: e, min: 9, max: 1}\n",
      "max 1.0 below min 9.0"
    ),
    (
      "strategy: asha\nmetric: loss\ntrials: 3\nresource: {name: e, min: 1, max: 9}\nparameters: {e: [1]}\n",
      "the resource “e” among the parameters"
    ),
    ("strategy: pbtt\n", "Did you mean “pbt”?"),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ text: String, _ words: String) {
    let found = problems(text)
    #expect(found.contains { $0.contains(words) && $0.hasPrefix("s.yaml:") }, "\(found)")
  }

  @Test func anyTextIsReadOrRefused() {
    var generator = SeededGenerator(seed: 41)
    let words =
      Self.full.split(whereSeparator: { " \n".contains($0) }).map(String.init) + [
        "[", "{", "}", ":", "&a", "*a",
      ]
    for _ in 0..<FuzzDose.rounds(default: 300) {
      let lines = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (0..<Int.random(in: 1...5, using: &generator)).compactMap { _ in
          words.randomElement(using: &generator)
        }
        .joined(separator: " ")
      }
      let text = "strategy: pbt\nmetric: loss\n" + lines.joined(separator: "\n")
      if let spec = try? read(text) {
        #expect((try? SearchSpec(settings: spec.settings, queue: spec.queue)) == spec, "\(text)")
      }
    }
  }
}
