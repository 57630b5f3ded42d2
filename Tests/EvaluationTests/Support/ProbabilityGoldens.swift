import Testing

/// `Goldens/Evaluation/probabilities.json`.
struct ProbabilityGoldens: Decodable, Sendable {
  var topK: [TopK]
  var curves: [Curve]

  /// Tied probabilities, and top-k accuracy for k = 1 up to one less than there are labels.
  struct TopK: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var labels: [String]
    var truth: [String]
    var probabilities: [[Double]]
    var accuracies: [Double]

    var testDescription: String { name }
  }

  /// The scores of rows, whether they came true, and what `calibration_curve` makes of them in 10 bins.
  struct Curve: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var truth: [Bool]
    var scores: [Double]
    var uniform: Points
    var quantile: Points

    var testDescription: String { name }
  }

  /// The bins that are not empty.
  struct Points: Decodable, Sendable {
    var shares: [Double]
    var means: [Double]
  }

  static func load() throws -> ProbabilityGoldens {
    try GoldenCase.load("probabilities.json", as: ProbabilityGoldens.self)
  }
}
