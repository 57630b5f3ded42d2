import Diagnostics
import Evaluation
import Experiments
import RunModel
import TestSupport
import Testing

@Suite("The results of a search")
struct ExperimentResultTests {
  @Test("The documented result has its score, its parameters and its metadata")
  func runResult() {
    let result = RunResult(
      score: 0.85, params: ["learning_rate": 0.01, "batch_size": 32],
      metadata: ["run_id": "001", "experiment": "baseline"])
    #expect(result.score == 0.85)
    #expect(result.params.names == ["learning_rate", "batch_size"])
    #expect(result.metadata["experiment"]?.text == "baseline")
  }

  @Test("The best of the documented example is the one with 0.90")
  func best() {
    let scores = [0.85, 0.90, 0.83, 0.89]
    let result = ExperimentResult(
      searchSpace: ["learning_rate": Scalar(.json, text: "[0.01, 0.02]")],
      runResults: scores.map { RunResult(score: $0, params: ["learning_rate": 0.01]) })
    #expect(result.bestRunResult?.score == 0.90)
    #expect(result.count == 4)
    #expect(result.bestIndex == 0)
  }

  @Test("What a parameter does to the score, and how sure that is, can be asked of the results")
  func trials() throws {
    var results = (0..<24).map { number in
      let params: ResultValues = [
        "learning_rate": .real(Double(number % 4)), "kernel": .text(number / 4 % 2 == 0 ? "rbf" : "poly"),
        "always": 7, "flag": .boolean(number % 2 == 0),
      ]
      return RunResult(score: Double(number % 4) + Double(number) / 100, params: params)
    }
    results.append(RunResult(score: .nan, params: ["kernel": "rbf"], error: "burst"))
    let result = ExperimentResult(runResults: results)
    let trials = result.trials
    #expect(trials.parameters == ["flag", "kernel", "learning_rate"] && trials.count == 25)
    #expect(trials.scores.count { $0 == nil } == 1)
    let flags: Set<TrialValue> = [.text("true"), .text("false"), .missing]
    #expect(Set(trials.values.map { $0[0] }) == flags)
    let effects = ParameterEffects(trials).effects
    let rate = try #require(effects.first { $0.parameter == "learning_rate" }?.estimate)
    let kernel = try #require(effects.first { $0.parameter == "kernel" }?.estimate)
    #expect(rate.pValue < 0.001 && kernel.pValue > 0.1, "\(rate.pValue) \(kernel.pValue)")
  }

  @Test("A score that is not finite never wins and does not disturb the order of the others")
  func notANumber() {
    let scores = [0.1, .nan, 0.9, .infinity, 0.5, -.infinity]
    let runs = scores.map { RunResult(score: $0, params: [:]) }
    let high = ExperimentResult(runResults: runs)
    #expect(high.runResults.map(\.score).prefix(3) == [0.9, 0.5, 0.1])
    #expect(high.bestRunResult?.score == 0.9)
    #expect(high.incomparableCount == 3)
    let low = ExperimentResult(runResults: runs, direction: .lowerIsBetter)
    #expect(low.runResults.map(\.score).prefix(3) == [0.1, 0.5, 0.9])
  }

  @Test("A failed run is never the best, whatever its score")
  func failed() {
    let result = ExperimentResult(runResults: [
      RunResult(score: 5, params: [:], error: "MemoryError"), RunResult(score: 1, params: [:]),
    ])
    #expect(result.bestRunResult?.score == 1)
  }

  @Test("Equals keep the order in which they were given")
  func stable() {
    let runs = (0..<40).map { RunResult(score: Double($0 % 3), params: ["n": .integer($0)]) }
    let result = ExperimentResult(runResults: runs, direction: .lowerIsBetter)
    let expected = (0..<3).flatMap { third in (0..<40).filter { $0 % 3 == third }.map { "\($0)" } }
    #expect(result.runResults.compactMap { $0.params["n"]?.text } == expected)
  }

  @Test("There is no best without results, with failed ones alone, and without a direction")
  func none() {
    #expect(ExperimentResult(runResults: []).bestRunResult == nil)
    #expect(ExperimentResult(runResults: [RunResult(score: .nan, params: [:])]).bestIndex == nil)
    let unknown = ExperimentResult(
      runResults: [1.0, 3, 2].map { RunResult(score: $0, params: [:]) }, direction: .unknown)
    #expect(unknown.bestRunResult == nil)
    #expect(unknown.runResults.map(\.score) == [1, 3, 2])
  }

  @Test("The best does not depend on the order in which results are given")
  func order() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20 {
      let scores = (0..<30).map { _ in
        Int.random(in: 0..<6, using: &generator) == 0
          ? Double.nan : Double.random(in: 0...1, using: &generator)
      }
      let results = scores.map { RunResult(score: $0, params: [:]) }
      let best = ExperimentResult(runResults: results.shuffled(using: &generator)).bestRunResult?.score
      #expect(best == scores.filter(\.isFinite).max())
    }
  }

  @Test("Runs of a registry become results with their parameters, by the chosen metric")
  func runs() {
    let runs = (1...4).map { number in
      var run = Run(id: RunID(experiment: "digits", run: ExactString("r\(number)")))
      run.timestamp = UTCTimestamp(microseconds: Int64(10 - number))
      run.params = ["C": .real(Double(number)), "kernel": "rbf"]
      if number < 4 { run.metrics = ["val_loss": .real(Double(number)), "epochs": 3] }
      if number == 4 { run.status = .failed }
      return run
    }
    let result = ExperimentResult(runs: runs, metric: "val_loss")
    #expect(result.direction == .lowerIsBetter)
    #expect(result.name == "digits")
    #expect(result.bestRunResult?.params["C"] == 1.0)
    #expect(result.bestRunResult?.metadata["run_id"] == "r1")
    #expect(result.bestRunResult?.metadata["epochs"] == 3)
    #expect(result.runResults.last?.error != nil)
    #expect(result.runResults.last?.metadata["status"] == "failed")
  }
}
