import Diagnostics
import Evaluation
import ReportModel
import RunModel

/// Small runs and predictions to ask reports about.
enum Sample {
  /// A run of the experiment `digits` that started `minute` minutes after the start of 18 November 2026.
  static func run(
    _ name: String, variant: String = "svm", minute: Int = 0,
    metrics: [ExactString: Scalar] = [:], params: [ExactString: Scalar] = [:]
  ) -> Run {
    var run = Run(
      id: RunID(experiment: "digits", variant: ExactString(variant), run: ExactString(name)))
    run.timestamp = UTCTimestamp(microseconds: 1_794_960_000_000_000 + Int64(minute) * 60_000_000)
    run.metrics = metrics
    run.params = params
    return run
  }

  /// A run whose predictions count up to `cells`: `cells[t][p]` rows of label `t` that were called `p`.
  static func evaluated(
    _ run: Run, _ cells: [[Int]], testSet: String = "first", hasProbabilities: Bool = false,
    hasTexts: Bool = false
  ) throws -> EvaluatedRun {
    let predictions = try predictions(cells, hasProbabilities: hasProbabilities, hasTexts: hasTexts)
    return evaluated(run, predictions, testSet: testSet)
  }

  /// A run with these predictions.
  static func evaluated(_ run: Run, _ predictions: Predictions, testSet: String = "first") -> EvaluatedRun {
    EvaluatedRun(
      run: run,
      evaluated: EvaluatedPredictions(
        artifact: "predictions", filename: "predictions.csv", rowsRead: predictions.count, rowsLeftOut: 0,
        evaluation: predictions.evaluate(), testSet: testSet))
  }

  /// Runs with two labels that get `right` of 10 rows right each, a minute apart, all on the same examples.
  static func scored(_ right: [Int]) throws -> [EvaluatedRun] {
    try right.enumerated().map { minute, right in
      try evaluated(run("r\(minute)", minute: minute), [[right, 10 - right], [0, 0]])
    }
  }

  /// Runs without predictions that logged `metric` with these values, a minute apart.
  static func logged(_ values: [Double], as metric: String) -> [EvaluatedRun] {
    values.enumerated().map { minute, value in
      EvaluatedRun(
        run: run("r\(minute)", minute: minute, metrics: [ExactString(metric): .real(value)]))
    }
  }

  /// The analysis of `runs` as the experiment `digits`.
  static func analysis(
    _ runs: [EvaluatedRun], _ configuration: ExperimentConfiguration = ExperimentConfiguration()
  ) -> ExperimentAnalysis {
    ExperimentAnalysis(id: "digits", runs: runs, configuration: configuration)
  }

  /// The page of a run that is alone in its experiment.
  static func page(_ run: EvaluatedRun, examples: ExamplePolicy = .full) -> ReportPage {
    RunReport(run, in: analysis([run]), examples: examples, hasFiles: true).page
  }
}

extension Sample {
  /// Rows in the order of the cells, with labels `a`, `b`, `c` and so on.
  ///
  /// With probabilities, the predicted label of row `i` has 0.9 - i / 10,000, and the true one of an error half of the
  /// rest.
  static func predictions(
    _ cells: [[Int]], labels: [String]? = nil, hasProbabilities: Bool = false, hasTexts: Bool = false,
    weights: [Double] = []
  ) throws -> Predictions {
    let labels = labels ?? "abcdefghijklmnopqrstuvwxyz".prefix(cells.count).map(String.init)
    var rows: [(truth: Int, predicted: Int)] = []
    for (truth, counts) in cells.enumerated() {
      for (predicted, count) in counts.enumerated() {
        rows += [(truth: Int, predicted: Int)](repeating: (truth, predicted), count: count)
      }
    }
    let probabilities = rows.enumerated().map { number, row in
      labels.indices.map { label in
        let highest = 0.9 - Double(number) / 10_000
        if label == row.predicted { return highest }
        return label == row.truth ? (1 - highest) / 2 : 0
      }
    }
    return try Predictions(
      labels: labels, truth: rows.map { labels[$0.truth] }, predicted: rows.map { labels[$0.predicted] },
      probabilities: hasProbabilities ? probabilities : [], weights: weights,
      texts: hasTexts ? rows.indices.map { "secret text \($0) " + String(repeating: "x", count: 300) } : nil)
  }

  /// Predictions of three labels, any of which a row may have.
  static func multilabel(hasProbabilities: Bool = true) throws -> Predictions {
    try Predictions(
      labels: ["a", "b", "c"], truthSets: [["a"], ["a", "b"], [], ["c"]],
      predictedSets: [["a"], ["b"], ["c"], ["c"]],
      probabilities: hasProbabilities
        ? [[0.9, 0.1, 0.1], [0.2, 0.8, 0.1], [0.1, 0.1, 0.7], [0.3, 0.2, 0.6]] : [])
  }
}
