package import Diagnostics
package import Evaluation
import Markup

/// What `assay evaluate --format json` writes, and what stands beside a run's page as `evaluation.json`: every number, undefined ones as `null`.
///
/// Members stand in a fixed order; labels in that of the predictions. Numbers that are not finite are
/// strings.
package struct EvaluationDocument {
  /// What the predictions say.
  let evaluation: ClassificationEvaluation
  /// Rows in the file.
  let rowsRead: Int
  /// Rows that could not be used.
  let rowsLeftOut: Int
  /// The rows that are wrong, label by label.
  let errors: [LabelErrors]
  /// What was wrong with the file, and what is worth knowing about the numbers.
  let diagnostics: [Diagnostic]
  /// The baseline it is compared with, if there is one.
  let comparison: ComparisonDocument?
  /// Parts of the rows, if any were asked for or there are attributes.
  let slices: SliceEvaluation?
  /// The folds, if there are any.
  let folds: FoldReport?
  /// Rows whose label is likely to be wrong.
  let labelErrors: LikelyLabelErrors?
  /// What errors of a binary problem cost, if that is known.
  let costs: ErrorCosts?
  /// How much of an example is written.
  let examples: ExamplePolicy
  /// Whether calibration, curves and thresholds are written, which go beyond the metrics.
  let hasCurves: Bool

  /// A document of these parts.
  package init(
    evaluation: ClassificationEvaluation, rowsRead: Int, rowsLeftOut: Int, errors: [LabelErrors],
    diagnostics: [Diagnostic], comparison: ComparisonDocument? = nil, slices: SliceEvaluation? = nil,
    folds: FoldReport? = nil, labelErrors: LikelyLabelErrors? = nil, costs: ErrorCosts? = nil,
    examples: ExamplePolicy = .full, hasCurves: Bool = true
  ) {
    self.hasCurves = hasCurves
    self.costs = costs
    self.examples = examples
    self.comparison = comparison
    self.slices = slices
    self.folds = folds
    self.labelErrors = labelErrors
    self.evaluation = evaluation
    self.rowsRead = rowsRead
    self.rowsLeftOut = rowsLeftOut
    self.errors = errors
    self.diagnostics = diagnostics
  }

  /// Above this many labels the confusion matrix is written as its cells that are not 0.
  package static let denseLabelLimit = 1000
  /// How many of the most frequent confusions are written.
  package static let pairLimit = 20

  /// The document, with a final line break.
  package func bytes() -> [UInt8] {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      writeHeader(to: &json)
      json.member("metrics") { writeMetrics(to: &$0) }
      json.member("intervals") { writeIntervals(to: &$0) }
      json.member("without_interval") { writeReasons(to: &$0) }
      json.member("per_label") { writeLabels(to: &$0) }
      if let confusion = evaluation.confusion {
        json.member("confusion") { Self.write(confusion, to: &$0) }
      } else {
        json.member("confusion_per_label") { writeLabelConfusions(to: &$0) }
      }
      json.member("confused_pairs") { writePairs(to: &$0) }
      json.member("errors") { writeErrors(to: &$0) }
      json.member("calibration") { json in
        if hasCurves { CalibrationDocument(evaluation).write(to: &json) } else { json.object { _ in } }
      }
      json.member("class_balance", OneLineJSON { writeBalance(to: &$0) })
      json.member("curves") { json in
        if hasCurves { CurveDocument(evaluation: evaluation).write(to: &json) } else { json.object { _ in } }
      }
      if hasCurves, let curve = evaluation.schema.positive.flatMap({ evaluation.decisionCurve(of: $0) }) {
        json.member("thresholds") { ThresholdDocument(curve).writeSweep(to: &$0) }
        json.member("operating_points") { ThresholdDocument(curve, costs: costs).writePoints(to: &$0) }
      }
      json.member("slices") { SliceDocument(slices, examples: examples).write(to: &$0) }
      if let folds {
        json.member("folds") { FoldDocument(folds).write(to: &$0) }
      } else {
        json.member("folds", Bool?.none)
      }
      if let labelErrors {
        json.member("label_errors") { LabelErrorDocument(labelErrors, examples: examples).write(to: &$0) }
      }
      if let comparison { json.member("comparison") { comparison.write(to: &$0) } }
      json.member("diagnostics") { writeDiagnostics(to: &$0) }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func writeHeader(to json: inout JSONWriter) {
    let schema = evaluation.schema
    json.member("schema_version", 1)
    json.member("task", schema.task.rawValue)
    json.member("rows", evaluation.rowCount)
    json.member("rows_read", rowsRead)
    json.member("rows_left_out", rowsLeftOut)
    json.member("labels", OneLineJSON(schema.labels.map(\.text)))
    json.member("positive", schema.positive.map { schema.labels[$0].text })
  }

  private func writeMetrics(to json: inout JSONWriter) {
    json.object { json in
      for metric in evaluation.metrics { json.member(metric.name, metric.value.number) }
    }
  }

  private func writeIntervals(to json: inout JSONWriter) {
    json.object { json in
      for (name, interval) in evaluation.intervals.sorted(by: { $0.key < $1.key }) {
        json.member(
          name,
          OneLineJSON { json in
            MetricList.write(interval, to: &json)
          })
      }
    }
  }

  private func writeLabels(to json: inout JSONWriter) {
    json.object { json in
      for label in evaluation.perLabel {
        json.member(label.label.text) { json in
          json.object { json in
            for rate in LabelRate.all.prefix(3) { json.member(rate.name, rate.value(label.counts).number) }
            json.member("support", WeightNumber(label.support))
            json.member("roc_auc", label.rocAUC.number)
            json.member("average_precision", label.averagePrecision.number)
            json.member("brier_score", label.brierScore.number)
            for rate in LabelRate.all.dropFirst(3) { json.member(rate.name, rate.value(label.counts).number) }
          }
        }
      }
    }
  }

  /// Why metrics that have a value have no interval.
  private func writeReasons(to json: inout JSONWriter) {
    json.object { json in
      for metric in evaluation.metrics where metric.value.number != nil {
        if let reason = metric.interval.reason { json.member(metric.name, reason) }
      }
    }
  }

  private func writeBalance(to json: inout JSONWriter) {
    let balance = evaluation.classBalance
    json.object { json in
      json.member("majority_share", balance.majorityShare.number)
      json.member("imbalance_ratio", balance.imbalanceRatio.number)
      json.member("effective_labels", balance.effectiveLabels.number)
      json.member("evenness", balance.evenness.number)
    }
  }

  private static func write(_ confusion: ConfusionMatrix, to json: inout JSONWriter) {
    json.object { json in
      json.member("labels", OneLineJSON(confusion.labels.map(\.text)))
      if confusion.labels.count <= denseLabelLimit {
        json.member("counts", confusion.dense.map { OneLineJSON($0.map(WeightNumber.init)) })
      } else {
        json.member("counts", Bool?.none)
        json.member("cells", confusion.entries.map(Self.cell))
      }
    }
  }

  private static func cell(_ entry: ConfusionMatrix.Entry) -> OneLineJSON {
    OneLineJSON([
      WeightNumber(Double(entry.truth)), WeightNumber(Double(entry.predicted)), WeightNumber(entry.count),
    ])
  }

  private func writeLabelConfusions(to json: inout JSONWriter) {
    json.object { json in
      for label in evaluation.perLabel {
        let counts = label.counts
        json.member(
          label.label.text,
          OneLineJSON([
            [WeightNumber(counts.trueNegatives), WeightNumber(counts.falsePositives)],
            [WeightNumber(counts.falseNegatives), WeightNumber(counts.truePositives)],
          ]))
      }
    }
  }

  private func writePairs(to json: inout JSONWriter) {
    json.array { json in
      for pair in evaluation.confusedPairs(limit: Self.pairLimit) {
        json.object { json in
          json.member("y_true", pair.truth.text)
          json.member("y_pred", pair.predicted.text)
          json.member("count", WeightNumber(pair.count))
          json.member("share_of_true", pair.shareOfTruth)
        }
      }
    }
  }

  private func writeDiagnostics(to json: inout JSONWriter) {
    json.array { json in
      for diagnostic in diagnostics {
        json.object { json in
          json.member("severity", diagnostic.severity.rawValue)
          json.member("kind", diagnostic.kind.name)
          json.member("path", diagnostic.place?.path)
          json.member("line", diagnostic.place?.line)
          json.member("column", diagnostic.place?.column)
          json.member("found", diagnostic.found)
          json.member("expected", diagnostic.expected)
          json.member("consequence", diagnostic.consequence)
        }
      }
    }
  }
}
