import ChartKit
import Evaluation

/// The probabilities whose calibration a page draws: of the positive label, of each row's likeliest label, or, where
/// rows may have several labels, of the label that is furthest off.
struct CalibratedProbability: Sendable {
  /// The index of the label; absent for the likeliest label of each row.
  let label: Int?
  /// The bins.
  let bins: [CalibrationBin]

  /// More probabilities than this are not read once more to be put into bins of other widths.
  private static let cellLimit = 20_000_000

  /// Nil where there are no probabilities that could be calibrated.
  init?(_ evaluation: ClassificationEvaluation) {
    let schema = evaluation.schema
    guard schema.hasProbabilities, evaluation.rowCount > 0 else { return nil }
    label =
      switch schema.task {
      case .binary: schema.positive
      case .multiclass: nil
      case .multilabel: Self.labelErrors(evaluation).max { $0.error < $1.error }?.label
      }
    if label == nil, schema.task != .multiclass { return nil }
    let isLarge =
      label == nil
      && evaluation.rowCount.multipliedReportingOverflow(by: schema.labels.count).partialValue
        > Self.cellLimit
    guard let curve = evaluation.calibrationCurve(of: label, bins: isLarge ? nil : 10) else { return nil }
    bins = curve.bins
  }

  /// The weight of all rows, their mean probability and the share for which it came true.
  var overall: (count: Double, mean: Double, share: Double)? { Self.overall(bins) }

  /// The bins whose interval does not hold their mean probability.
  var binsOff: Int {
    bins.count { bin in
      guard let interval = bin.interval, let mean = bin.meanProbability.number else { return false }
      return mean < interval.low || mean > interval.high
    }
  }

  /// The weight of the rows of `bins`, their mean probability and the share for which it came true; nil without rows.
  static func overall(_ bins: [CalibrationBin]) -> (count: Double, mean: Double, share: Double)? {
    let count = bins.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    func mean(_ value: (CalibrationBin) -> MetricValue) -> Double {
      bins.reduce(0) { $0 + $1.count * (value($1).number ?? 0) } / count
    }
    return (count, mean(\.meanProbability), mean(\.observedShare))
  }

  /// The calibration error of each label that has probabilities, in the order of the labels: Σ n_b/n |share_b − mean p_b|
  /// over 15 bins of equal width, whose mean over labels is the classwise error.
  static func labelErrors(_ evaluation: ClassificationEvaluation) -> [(label: Int, error: Double)] {
    (evaluation.statistics.calibration?.labels ?? []).enumerated().compactMap { label, bins in
      let count = bins.reduce(0) { $0 + $1.count }
      guard count > 0 else { return nil }
      return (label, bins.reduce(0) { $0 + $1.count * $1.gap } / count)
    }
  }
}

extension ReliabilityChart {
  /// The chart of these bins.
  init(_ probability: CalibratedProbability, label: String?, noun: ExampleNoun) {
    self.init(
      bins: probability.bins.map { bin in
        Bin(
          lower: bin.lower, upper: bin.upper, count: bin.count, mean: bin.meanProbability.number,
          share: bin.observedShare.number, low: bin.interval?.low, high: bin.interval?.high)
      },
      label: label, noun: noun.plural)
  }
}
