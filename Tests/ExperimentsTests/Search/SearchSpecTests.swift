import Diagnostics
import RunModel
import TestSupport
import Testing

@testable import Experiments

@Suite struct SearchSpecTests {
  private func read(_ text: String) throws -> SearchSpec {
    try SearchSpec.read("work/search.yaml", from: .inMemory(bytes: ["work/search.yaml": Array(text.utf8)]))
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

  private static let full = """
    experiment: digits-svm
    variant: svm
    command: python3 "my train.py" %h --out=%e-%j
    parameters:
      C: {loguniform: {low: 0.01, high: 100}}
      gamma: {uniform: [0, 1]}
      batch: {quniform: {low: 16, high: 256, step: 16}}
      rate: {qloguniform: [0.1, 10, 0.1]}
      depth: {integer: {low: 1, high: 64, log: true}}
      noise: {normal: {mean: 0, std: 0.5}}
      kernel: {choice: {values: [rbf, poly, null, "3", 0.10], weights: [2, 1, 1, 1, 1]}}
      plain: [1, 2.0, true]
      fixed: 7
      text: {const: "on \\u0007 😀"}
    strategy: random
    trials: 30
    seed: 42
    metric: f1_macro
    direction: maximize
    workers: 3
    retries: 2
    timeout: 15m
    lease: 90
    registry: ../runs
    queue: jobs.sqlite
    jobs:
      - {C: 1, gamma: 0.5, batch: 16, rate: 1, depth: 2, noise: 0, kernel: rbf, plain: 1, fixed: 7, text: x}
    environment: {OMP_NUM_THREADS: 1}
    tags: {team: vision}
    allow_empty_results: true
    """

  @Test func everythingThatCanBeSaidIsRead() throws {
    let spec = try read(Self.full)
    #expect(spec.experiment == "digits-svm" && spec.variant == "svm")
    #expect(spec.command == ["python3", "my train.py", "%h", "--out=%e-%j"])
    #expect(
      spec.space.parameters.map(\.distribution) == [
        .logUniform(low: 0.01, high: 100), .uniform(low: 0, high: 1),
        .quantisedUniform(low: 16, high: 256, step: 16), .quantisedLogUniform(low: 0.1, high: 10, step: 0.1),
        .integer(low: 1, high: 64, isLogarithmic: true), .normal(mean: 0, deviation: 0.5),
        .choice(
          values: ["rbf", "poly", Scalar(.null, text: "null"), "3", Scalar(.real, text: "0.10")],
          weights: [2, 1, 1, 1, 1]),
        .choice(values: [1, Scalar(.real, text: "2.0"), true], weights: nil), .constant(7),
        .constant(.text("on \u{7} 😀")),
      ])
    #expect(spec.strategy == .random && spec.trials == 30 && spec.seed == 42)
    #expect(spec.metric == "f1_macro" && spec.direction == .maximize)
    #expect(spec.workers == 3 && spec.retries == 2 && spec.timeout == 900 && spec.lease == 90)
    #expect(spec.folder.hasSuffix("work"))
    #expect(spec.registry == spec.folder + "/../runs")
    #expect(spec.queue == spec.folder + "/jobs.sqlite")
    #expect(spec.jobs.count == 1 && spec.jobs.first?["kernel"] == "rbf")
    #expect(spec.environment == ["OMP_NUM_THREADS": "1"] && spec.tags == ["team": "vision"])
    #expect(spec.allowsEmptyResults)
  }

  @Test func littleIsNeeded() throws {
    let spec = try read("experiment: e\ncommand: [./train, a b]\nstrategy: manual\nmetric: val_loss\n")
    #expect(spec.command == ["./train", "a b"])
    #expect(spec.variant == "main" && spec.workers == 1 && spec.retries == 0 && spec.seed == 1)
    #expect(spec.direction == .minimize, "a loss is known to be better when lower")
    #expect(spec.queue == spec.folder + "/search.queue" && spec.registry == spec.folder + "/registry")
    #expect(spec.trialCount == 0)
  }

  @Test func whatAQueueKeepsIsReadAsTheSame() throws {
    var spec = try read(Self.full)
    #expect(try SearchSpec(settings: spec.settings, queue: spec.queue) == spec)
    // Numbers that YAML and JSON write differently, and names that need quotes.
    spec.space = SearchSpace([
      (
        "a: b",
        .choice(
          values: [.real(1e22), .real(Double.leastNonzeroMagnitude), .text("true"), .text("")], weights: nil)
      ),
      ("\u{85}\u{2028}\"", .integer(low: .min, high: .max, isLogarithmic: false)),
    ])
    spec.jobs = []
    #expect(try SearchSpec(settings: spec.settings, queue: spec.queue) == spec)
  }

  @Test func numbersThatAreNotFiniteAreNumbersForEveryWorker() throws {
    let text = """
      experiment: e
      command: x
      parameters:
        a: [.inf, -.inf, .nan, 1, "Infinity", ".nan"]
        b: {const: .inf}
      strategy: grid
      """
    let spec = try read(text)
    let kept = try SearchSpec(settings: spec.settings, queue: spec.queue)
    for place in 0..<6 {
      let (first, later) = (spec.point(of: place), kept.point(of: place))
      #expect(first?["a"]?.kind == later?["a"]?.kind && first?["a"]?.text == later?["a"]?.text)
      #expect(spec.commandLine(job: "1", first ?? [:]) == kept.commandLine(job: "1", later ?? [:]))
    }
    #expect(
      (0..<6).compactMap { kept.point(of: $0)?["a"]?.kind } == [.real, .real, .real, .integer, .text, .text])
  }

  @Test func threeNumbersAreNoUniformRangeAndAGridHasBounds() {
    let text = """
      experiment: e
      command: x
      parameters:
        a: {uniform: [0, 1, 2]}
        b: {loguniform: [1, 2, 3]}
        c: {quniform: [0, 10, 2]}
      strategy: random
      trials: 1
      """
    #expect(
      problems(text).map { $0.contains("[low, high]; with a step") } == [true, true], "\(problems(text))")
    let grid = problems(
      "experiment: e\ncommand: x\nparameters:\n  a: {integer: [1, 3000000000]}\nstrategy: grid\n")
    #expect(grid.count == 1 && grid[0].contains("integers in a grid, 1 to 3000000000"), "\(grid)")
  }

  @Test func aNameThatARegistryNeedsForItselfIsRefused() {
    for name in ["erm_metadata.json", "a/.git", "a//b", ".hidden"] {
      #expect(problems("experiment: \(name)\ncommand: x\nstrategy: manual\n").count == 1, "\(name)")
    }
  }

  @Test func everyProblemIsToldWithItsPlace() {
    let text = """
      experiment: e
      comand: python3 train.py
      command: python3 %q
      parameters:
        a: {uniform: {low: 2, high: 1}}
        b: {unifrom: {low: 0, high: 1}}
        c: {normal: {mean: 0}}
        d: {uniform: {low: x, high: 1}}
      strategy: rndom
      workers: 0
      timeout: soon
      """
    #expect(
      problems(text) == [
        "work/search.yaml:2:1: error: found the unknown key “comand”; expected \(SearchSpec.keys.joined(separator: ", ")). Did you mean “command”?",
        "work/search.yaml:3:10: error: found an unknown “%q” in “%q”; expected %h (a word of its own), %e, %j or %%.",
        "work/search.yaml:5:6: error: found low 2.0 not below high 1.0; expected low < high.",
        "work/search.yaml:6:7: error: found the unknown key “unifrom”; expected \(SpecReader.distributionNames.joined(separator: ", ")). Did you mean “uniform”?",
        "work/search.yaml:7:15: error: found no std; expected mean: a number, std: a number.",
        "work/search.yaml:8:22: error: found “x”; expected a number.",
        "work/search.yaml:9:11: error: found “rndom”; expected manual, grid, random, pbt, asha. Did you mean “random”?",
        "work/search.yaml:10:10: error: found “0”; expected a whole number from 1 to 128.",
        "work/search.yaml:11:10: error: found “soon”; expected a time above 0 and not too long, such as 90 (seconds), 15m or 2h.",
      ])
  }

  @Test func whatDoesNotGoTogetherIsToldToo() {
    let start = "experiment: e\ncommand: x\n"
    #expect(problems("").first?.contains("an empty file") == true)
    #expect(problems("a").first?.contains("a mapping with the keys") == true)
    #expect(
      problems("experiment: ../e\ncommand: x\nstrategy: manual").first?.contains(
        "a name that can be a folder") == true)
    #expect(problems("command: x").contains { $0.contains("found no experiment") })
    #expect(problems("experiment: x").contains { $0.contains("found no command") })
    #expect(problems(start + "command: ''").first?.contains("command") == true)
    #expect(problems(start + "parameters: {a: 1}").first?.contains("a random search without trials") == true)
    #expect(
      problems(start + "strategy: grid\nparameters: {a: [1], b: {uniform: [0, 1]}}").first?
        .hasPrefix("work/search.yaml:4:25: error: found a distribution without a list of values in a grid")
        == true)
    #expect(
      problems(start + "strategy: grid\nparameters: {a: {integer: [1, 1001]}, b: {integer: [1, 1000]}}")
        .first?
        .contains("a grid of more than 1000000 points") == true)
    #expect(
      problems(start + "strategy: manual\ndirection: minimize").first?.contains("without a metric") == true)
    #expect(
      problems(start + "trials: 1\nparameters: {depth: [1]}\njobs: [{dept: 1}]").first?
        .contains("the hyperparameter “dept”; expected the parameters of the search; did you mean “depth”?")
        == true)
    #expect(
      problems(start + "trials: 1\nparameters: {a: [1], b: [1]}\njobs: [{a: 1}]").first?.contains("no “b”")
        == true)
    #expect(
      problems(start + "strategy: manual\nenvironment: {ASSAY_JOB: 1}").first?.contains("ASSAY_") == true)
    #expect(problems("experiment: e\ncommand: a 'b\nstrategy: manual").first?.contains("not closed") == true)
    #expect(
      problems("experiment: e\ncommand: a x%h\nstrategy: manual").first?.contains("%h inside the word")
        == true)
  }

  @Test func aLeaseIsASecondAtLeast() {
    func problems(_ lease: String) -> [String] {
      self.problems("experiment: e\ncommand: a\nstrategy: manual\nlease: \(lease)")
    }
    #expect(problems("1") == [])
    for lease in ["1e-9", "0.99", "0"] {
      #expect(problems(lease).first?.contains("a time of at least 1 second") == true)
    }
  }

  @Test func onlyWhatLeavesResultsComparableMayDiffer() throws {
    let spec = try read(Self.full)
    var other = spec
    other.trials = 50
    other.workers = 1
    other.retries = 0
    other.timeout = nil
    other.jobs = []
    other.tags = [:]
    #expect(spec.incomparableKeys(with: other) == [])
    other.registry = "elsewhere"
    #expect(spec.incomparableKeys(with: other) == ["registry"], "runs would be split")
    other.registry = spec.registry
    other.seed = 2
    other.command.append("--more")
    other.space = SearchSpace([])
    #expect(spec.incomparableKeys(with: other) == ["command", "parameters", "seed"])
  }

  @Test func noBytesMakeTheReaderFail() {
    var generator = SeededGenerator(seed: 23)
    let original = Array(Self.full.utf8)
    let bytes = Array("{}[]:,-\n \"'%&*!|>#0aé".utf8)
    for _ in 0..<FuzzDose.rounds(default: 300) {
      var mutant = original
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let position = Int.random(in: 0..<mutant.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: mutant[position] = bytes.randomElement(using: &generator) ?? 0
        case 1: mutant.remove(at: position)
        default: mutant.insert(UInt8.random(in: 0...255, using: &generator), at: position)
        }
      }
      do {
        let spec = try SearchSpec.read("s.yaml", from: .inMemory(bytes: ["s.yaml": mutant]))
        // What is accepted can be kept, read again and drawn from.
        #expect(try SearchSpec(settings: spec.settings, queue: spec.queue) == spec)
        _ = spec.point(of: 0)
      } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }
}
