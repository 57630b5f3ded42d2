import TestSupport

@testable import ChartKit

/// Runs of a search with four parameters, whose accuracy rises with the logarithm of the rate and is best with adam.
enum SampleRuns {
  /// `count` runs, the same each time; run 2 is the baseline.
  static func search(_ count: Int, seed: UInt64 = 21) -> ParameterRuns {
    var generator = SeededGenerator(seed: seed)
    let optimizers = ["adam", "sgd", "rmsprop"]
    let depths: [Double] = [2, 4, 8, 16]
    let runs = (0..<count).map { index -> ParameterRuns.Run in
      let step = Int.random(in: 0...8, using: &generator)
      let rate = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1][step]
      let optimizer = Int.random(in: 0..<3, using: &generator)
      let depth = Int.random(in: 0..<4, using: &generator)
      let noise = Double.random(in: -0.01...0.01, using: &generator)
      let value =
        0.86 + 0.01 * Double(step) + (optimizer == 0 ? 0.02 : 0) - 0.005 * Double(abs(depth - 2)) + noise
      return ParameterRuns.Run(
        name: "run-\(index + 1)",
        settings: [
          .number(rate), .text(optimizers[optimizer]), .number(depths[depth]),
          .text(index % 2 == 0 ? "true" : "false"),
        ],
        value: value, low: value - 0.012, high: value + 0.01)
    }
    return ParameterRuns(
      parameters: ["learning_rate", "optimizer", "max_depth", "augment"], runs: runs, metric: "accuracy",
      isHigherBetter: true, baseline: count > 2 ? 2 : nil)
  }

  /// Runs of one parameter by its settings and the values of the metric.
  static func runs(
    _ settings: [ParameterSetting?], _ values: [Double?], isHigherBetter: Bool? = true, baseline: Int? = nil,
    parameter: String = "depth", metric: String = "accuracy"
  ) -> ParameterRuns {
    ParameterRuns(
      parameters: [parameter],
      runs: zip(settings, values).enumerated().map { index, pair in
        .init(name: "r\(index)", settings: [pair.0], value: pair.1)
      },
      metric: metric, isHigherBetter: isHigherBetter, baseline: baseline)
  }
}
