import Diagnostics
import Evaluation
import Markup

extension EvaluationTables {
  /// More labels than this have no curves in the file, the first ones have.
  private static let curveLabelLimit = 40
  /// More thresholds of all labels together are not written.
  private static let curveRowLimit = 100_000

  /// Whether some label has probabilities.
  package var hasCurves: Bool {
    evaluation.schema.scoredLabelCount > 0 && evaluation.statistics.keepsRows && evaluation.rowCount > 0
  }

  /// What every curve of a label is drawn from, a line for each distinct score from the highest on, at which at least so high
  /// scores count as the label; of a binary problem the positive label alone.
  ///
  /// ROC is the true over the false positive rate, precision-recall the precision over the true positive rate, DET one less the
  /// true positive rate over the false one, gain the true positive rate over the share of rows, lift their quotient.
  ///
  /// Of more than 40 labels the first 40 are written. Where these have more than 100,000 scores together, each keeps an equal
  /// number: those that the area under its ROC curve depends on most.
  package var curves: [UInt8] {
    var csv = CSVWriter()
    csv.row([
      "label", "threshold", "tp", "fp", "true_positive_rate", "false_positive_rate", "precision",
      "share_of_rows",
    ])
    let schema = evaluation.schema
    let labels =
      schema.positive.map { [$0] } ?? Array((0..<schema.scoredLabelCount).prefix(Self.curveLabelLimit))
    guard !labels.isEmpty else { return csv.bytes }
    let limit = Self.curveRowLimit / labels.count
    for label in labels {
      guard let curve = evaluation.rankCurve(of: label) else { continue }
      Self.write(curve, of: schema.labels[label].text, limit: limit, to: &csv)
    }
    return csv.bytes
  }

  private static func write(
    _ curve: RankCurve, of label: String, limit: Int, to csv: inout CSVWriter
  ) {
    let kept =
      curve.thresholds.count > limit
      ? Set(curve.rocCurve(limit: limit).map(\.threshold)) : Set(curve.thresholds)
    let total = curve.positives + curve.negatives
    func ratio(_ part: Double, _ whole: Double) -> String { whole > 0 ? CSVNumber.text(part / whole) : "" }
    for (index, threshold) in curve.thresholds.enumerated() where kept.contains(threshold) {
      let (hits, misses) = (curve.truePositives[index], curve.falsePositives[index])
      csv.row([
        label, CSVNumber.text(threshold), CSVNumber.text(hits), CSVNumber.text(misses),
        ratio(hits, curve.positives), ratio(misses, curve.negatives),
        ratio(hits, hits + misses), ratio(hits + misses, total),
      ])
    }
  }

  /// Whether some label was taken for another.
  package var hasConfusedPairs: Bool {
    evaluation.confusion != nil && evaluation.errorCount > 0
  }

  /// Every pair of labels of which one was taken for the other, the most frequent first: `y_true,y_pred,count,share_of_true`.
  package var confusedPairs: [UInt8] {
    var csv = CSVWriter()
    csv.row(["y_true", "y_pred", "count", "share_of_true"])
    for pair in evaluation.confusedPairs() {
      csv.row([
        pair.truth.text, pair.predicted.text, CSVNumber.text(pair.count), CSVNumber.text(pair.shareOfTruth),
      ])
    }
    return csv.bytes
  }
}
