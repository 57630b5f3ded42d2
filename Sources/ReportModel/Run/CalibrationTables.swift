import ChartKit
import Diagnostics
import Evaluation
import Markup

/// The calibration errors, and the labels whose probabilities are furthest off, as tables.
struct CalibrationTables {
  private let evaluation: ClassificationEvaluation

  /// The tables of `evaluation`.
  init(_ evaluation: ClassificationEvaluation) {
    self.evaluation = evaluation
  }

  /// The metrics that say something of calibration, with what each is.
  private static let measures: [(name: String, words: String)] = [
    ("expected_calibration_error", "mean distance from the diagonal, in 15 bins of equal width"),
    ("expected_calibration_error_equal_mass", "the same in 15 bins of equally many rows"),
    ("expected_calibration_error_classwise", "the same for the probability of each label, mean over labels"),
    ("maximum_calibration_error", "the largest distance of a bin; one row alone in its bin may decide it"),
    ("brier_score", "mean squared distance from what happened; also counts how well labels are told apart"),
  ]

  /// The calibration errors; `file` says where all bins are.
  func errors(file: RichText) -> ReportFigure {
    let rows = Self.measures.compactMap { measure -> ReportTable.Row? in
      guard let value = evaluation[measure.name] else { return nil }
      let title = MetricRegistry.standard[measure.name]?.title ?? measure.name
      return .init([
        .init(plain: title), .init(plain: MetricText.value(value)),
        .init(plain: value.reason ?? measure.words),
      ])
    }
    let interval = evaluation.intervals["brier_score"] != nil
    return ReportFigure(
      slug: "calibration-errors", finding: nil,
      what:
        "Calibration errors have no interval: on so many rows they come out above 0 even for a classifier that is calibrated perfectly, and the more so the fewer rows there are, so that an interval about them would not hold what it claims."
        + (interval ? " The Brier score has one, among the metrics." : "") + file,
      table: ReportTable(
        label: "Calibration errors",
        columns: [.init("Error"), .init("Value", .number), .init("What it is", .prose)], rows: rows))
  }

  /// More labels than this are left to the file beside the page.
  private static let labelLimit = 5

  /// The labels that are furthest off, where there are more than two.
  var labels: ReportFigure? {
    guard evaluation.schema.labels.count > 2, let bins = evaluation.statistics.calibration?.labels else {
      return nil
    }
    let ordered = CalibratedProbability.labelErrors(evaluation)
      .sorted { ($1.error, $0.label) < ($0.error, $1.label) }
    guard let largest = ordered.first, largest.error > 0 else { return nil }
    let shown = ordered.prefix(Self.labelLimit)
    let isPlain = !evaluation.schema.hasWeights && !evaluation.statistics.hasGroups
    return ReportFigure(
      slug: "calibration-labels", finding: nil,
      what: shown.count < ordered.count
        ? "The \(shown.count) labels whose probabilities are furthest off, of \(Wording.number(ordered.count))."
        : "Labels, those whose probabilities are furthest off first.",
      table: ReportTable(
        label: "Calibration of labels",
        columns: [
          .init("Label"), .init("Error", .number), .init("Mean p", .number), .init("Share", .number),
          .init("On average"),
        ],
        rows: shown.map { entry in
          let all = CalibratedProbability.overall(bins[entry.label])
          return .init([
            .init(plain: Wording.label(evaluation.schema.labels[entry.label].text)),
            .init(plain: NumberText.score(entry.error)),
            .init(plain: all.map { NumberText.score($0.mean) } ?? "—"),
            .init(plain: all.map { NumberText.score($0.share) } ?? "—"),
            .init(plain: Self.words(CalibrationFinding.verdict(bins[entry.label], isPlain: isPlain).verdict)),
          ])
        }))
  }

  private static func words(_ verdict: CalibrationFinding.Verdict) -> String {
    switch verdict {
    case .tooHigh: "too high"
    case .tooLow: "too low"
    case .fits: "fits"
    case .unknown: "—"
    }
  }
}
