import Diagnostics
import ReportModel
import RunModel

/// Small searches whose runs go on from one another.
enum SamplePopulation {
  /// A run of a search as its record says it.
  static func run(
    _ job: Int, generation: String, member: String, parent: Int? = nil, factors: String? = nil,
    score: Double? = nil, strategy: String = "pbt", params: [ExactString: Scalar] = [:],
    status: RunStatus = .completed, variant: String = "main"
  ) -> EvaluatedRun {
    var run = Sample.run(
      "job-\(id(job))", variant: variant, minute: job,
      metrics: score.map { ["accuracy": .real($0)] } ?? [:], params: params)
    run.status = status
    if status == .failed { run.error = "ValueError: loss is nan" }
    run.provenance = [
      SearchProvenance.metric: "accuracy", SearchProvenance.direction: "maximize",
      SearchProvenance.strategy: strategy, SearchProvenance.seed: "7", SearchProvenance.job: id(job),
      SearchProvenance.generation: generation, SearchProvenance.member: member,
    ]
    run.provenance[SearchProvenance.parent] = parent.map(id)
    run.provenance[SearchProvenance.factors] = factors
    return EvaluatedRun(run: run)
  }

  /// Three members over three generations: 3 is replaced after the first, 2 fails in the second, 3’s line is best.
  static var population: [EvaluatedRun] {
    population(begun: nil)
  }

  /// The same, whose runs say when their search was begun.
  static func population(begun: String?, suffix: String = "") -> [EvaluatedRun] {
    runs.map { entry in
      var run = entry.run
      run.id.run = ExactString(run.id.run.text + suffix)
      run.provenance[SearchProvenance.begun] = begun
      return EvaluatedRun(run: run)
    }
  }

  private static var runs: [EvaluatedRun] {
    func settings(_ rate: Double, _ optimizer: String) -> [ExactString: Scalar] {
      ["lr": .real(rate), "optimizer": .text(optimizer)]
    }
    return [
      run(1, generation: "0", member: "1", score: 0.5, params: settings(0.1, "adam")),
      run(2, generation: "0", member: "2", score: 0.4, params: settings(0.01, "sgd")),
      run(3, generation: "0", member: "3", score: 0.1, params: settings(10, "sgd")),
      run(
        4, generation: "1", member: "1", parent: 1, factors: #"{"lr":1.2}"#, score: 0.6,
        params: settings(0.12, "adam")),
      run(5, generation: "1", member: "2", parent: 2, params: settings(0.01, "sgd"), status: .failed),
      run(
        6, generation: "1", member: "3", parent: 1, factors: #"{"lr":0.8}"#, score: 0.7,
        params: settings(0.08, "adam")),
      run(
        7, generation: "2", member: "1", parent: 4, factors: #"{"lr":1.1}"#, score: 0.65,
        params: settings(0.132, "adam")),
      run(
        8, generation: "2", member: "2", parent: 6, factors: #"{"lr":"resampled"}"#, score: 0.75,
        params: settings(0.5, "adam")),
      run(
        9, generation: "2", member: "3", parent: 6, factors: #"{"lr":0.9}"#, score: 0.8,
        params: settings(0.072, "adam")),
    ]
  }

  /// Nine trials of successive halving over epochs, 1 to 9 by 3.
  static var halving: [EvaluatedRun] {
    func trial(_ job: Int, _ rung: Int, _ member: Int, parent: Int? = nil, _ score: Double) -> EvaluatedRun {
      let epochs = [1, 3, 9][rung]
      var run = run(
        job, generation: "\(rung)", member: "\(member)", parent: parent, score: score, strategy: "asha",
        params: ["epochs": .integer(epochs), "lr": .real(Double(member) / 10)])
      run.run.provenance[SearchProvenance.resource] = "epochs"
      run.run.provenance[SearchProvenance.lastGeneration] = "2"
      return run
    }
    return (1...9).map { trial($0, 0, $0, Double($0) / 20) }
      + [
        trial(10, 1, 9, parent: 9, 0.6), trial(11, 1, 8, parent: 8, 0.5), trial(12, 1, 7, parent: 7, 0.4),
        trial(13, 2, 9, parent: 10, 0.75),
      ]
  }

  private static func id(_ job: Int) -> String {
    let digits = String(job)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
