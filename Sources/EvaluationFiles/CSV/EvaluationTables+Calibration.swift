import Diagnostics
import Evaluation
import Markup

extension EvaluationTables {
  /// The most labels whose bins are written.
  private static let calibratedLabelLimit = 1_000

  /// Whether there are probabilities of every label, so that their calibration can be measured.
  package var hasCalibration: Bool { evaluation.statistics.calibration != nil && evaluation.rowCount > 0 }

  /// The bins of every calibration curve, empty ones left out: `of,label,strategy,bins,lower,upper,n,` and the mean
  /// probability, the observed share and its interval.
  ///
  /// `of` is `top_label` for the largest probability of each row against whether its label is the true one, else `label`.
  /// 15 bins are those behind the calibration errors, 10 those of the curve on the page.
  package var calibration: [UInt8] {
    var csv = CSVWriter()
    csv.row([
      "of", "label", "strategy", "bins", "lower", "upper", "n", "mean_probability", "observed_share", "low",
      "high",
    ])
    guard let calibration = evaluation.statistics.calibration else { return csv.bytes }
    if evaluation.schema.task != .multilabel, evaluation.schema.probabilityProblem == nil {
      Self.write(CalibrationCurve.Strategy.equalWidth, calibration.topLabel, of: nil, to: &csv)
      let curves = [
        evaluation.calibrationCurve(bins: 10),
        evaluation.calibrationCurve(bins: calibration.topLabel.count, strategy: .equalMass),
      ]
      for curve in curves.compactMap(\.self) { Self.write(curve.strategy, curve.bins, of: nil, to: &csv) }
    }
    for (index, bins) in calibration.labels.enumerated().prefix(Self.calibratedLabelLimit) {
      let label = evaluation.schema.labels[index].text
      Self.write(.equalWidth, bins, of: label, to: &csv)
      if index == evaluation.schema.positive, let curve = evaluation.calibrationCurve(of: index) {
        Self.write(curve.strategy, curve.bins, of: label, to: &csv)
      }
    }
    return csv.bytes
  }

  private static func write(
    _ strategy: CalibrationCurve.Strategy, _ bins: [CalibrationBin], of label: String?,
    to csv: inout CSVWriter
  ) {
    for bin in bins where bin.count > 0 {
      csv.row([
        label == nil ? "top_label" : "label", label ?? "", strategy.rawValue, "\(bins.count)",
        CSVNumber.text(bin.lower), CSVNumber.text(bin.upper), CSVNumber.text(bin.count),
        CSVNumber.text(bin.meanProbability), CSVNumber.text(bin.observedShare),
        CSVNumber.text(bin.interval?.low), CSVNumber.text(bin.interval?.high),
      ])
    }
  }
}
