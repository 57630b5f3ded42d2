import Diagnostics
import Evaluation
import Markup

/// Calibration in JSON: the bins behind the top-label error, and of each label if there are not too many.
struct CalibrationDocument {
  private let evaluation: ClassificationEvaluation

  /// The bins of `evaluation`.
  init(_ evaluation: ClassificationEvaluation) {
    self.evaluation = evaluation
  }

  /// The most labels whose bins are written.
  private static let labelLimit = 100

  /// Writes the object; empty without probabilities for every label.
  func write(to json: inout JSONWriter) {
    json.object { json in
      guard let calibration = evaluation.statistics.calibration else { return }
      if !calibration.topLabel.isEmpty {
        json.member("top_label") { Self.write(calibration.topLabel, to: &$0) }
      }
      json.member("per_label") { json in
        json.object { json in
          for (label, bins) in zip(evaluation.schema.labels, calibration.labels).prefix(Self.labelLimit) {
            json.member(label.text) { Self.write(bins, to: &$0) }
          }
        }
      }
    }
  }

  /// Bins without rows are left out.
  private static func write(_ bins: [CalibrationBin], to json: inout JSONWriter) {
    json.array { json in
      for bin in bins where bin.count > 0 {
        json.element(
          OneLineJSON { json in
            json.object { json in
              json.member("lower", bin.lower)
              json.member("upper", bin.upper)
              json.member("n", WeightNumber(bin.count))
              json.member("confidence", bin.meanProbability.number)
              json.member("accuracy", bin.observedShare.number)
              json.member("low", bin.interval?.low)
              json.member("high", bin.interval?.high)
            }
          })
      }
    }
  }
}
