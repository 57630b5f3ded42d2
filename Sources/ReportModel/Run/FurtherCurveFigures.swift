import ChartKit
import Evaluation
import Markup

/// The figures of detection errors, gain, lift and scores by class.
struct FurtherCurveFigures {
  private let curves: [FurtherCurves]
  private let isBinary: Bool
  private let sample: String
  private let noun: ExampleNoun

  /// The figures of these labels, the one with the lowest ROC AUC first.
  init(_ curves: [FurtherCurves], isBinary: Bool, sample: String, noun: ExampleNoun) {
    self.curves = curves
    self.isBinary = isBinary
    self.sample = sample
    self.noun = noun
  }

  /// All of them, folded away under what they are, but for the scores of a binary problem, which stand beside its
  /// thresholds; nil without curves.
  var fold: ReportBlock? {
    guard !curves.isEmpty else { return nil }
    let figures =
      (isBinary ? [] : [Self.scores(curves.map(\.histogram), sample: sample, noun: noun)]) + [
        detectionErrors, gain, lift,
      ]
    return .fold(
      summary: isBinary
        ? "Detection errors, gain and lift" : "Detection errors, gain, lift and scores by class",
      blocks: ReportBlock.pairs(figures.map { [.figure($0)] }))
  }

  /// Whose curves they are.
  private var subject: String { Self.subject(curves.map(\.gain.name)) }

  private static func subject(_ labels: [String]) -> String {
    labels.count == 1
      ? "of \(Wording.label(labels[0]))"
      : "of the \(labels.count) labels with the lowest ROC AUC, one against the rest"
  }

  private func finding(_ name: String, _ curve: (FurtherCurves) -> RankCurveChart.Curve) -> String? {
    guard curves.count == 1, let score = curve(curves[0]).score else { return nil }
    return "\(name) \(NumberText.score(score))"
  }

  /// The scores of rows with and without each label.
  static func scores(
    _ histograms: [ScoreHistogramChart.Histogram], sample: String, noun: ExampleNoun
  ) -> ReportFigure {
    ReportFigure(
      slug: "score-histogram", finding: nil,
      what:
        "Predicted probabilities \(subject(histograms.map(\.label))), in 20 bins from 0 to 1, \(sample). Heights are shares of each side.",
      chart: ScoreHistogramChart(histograms: histograms, noun: noun.plural),
      howToRead: """
        Upwards are the \(noun.plural) that have the label, downwards all others. The less both overlap, the better the \
        label is told apart; what lies on the wrong side of a threshold is an error. Each side adds up to 100 %, so that a \
        rare label can be seen.
        """)
  }

  private var detectionErrors: ReportFigure {
    ReportFigure(
      slug: "det",
      finding: finding("At equal rates both errors are", \.detectionErrors).map { RichText(plain: $0) },
      what:
        "Detection errors \(subject), \(sample). Both axes are stretched at their ends (normal deviates).",
      chart: DetectionErrorChart(curves: curves.map(\.detectionErrors)),
      howToRead: """
        Up is the share of the label’s own that is missed, to the right the share of the others that is taken along: the \
        nearer to the lower left corner, the better. The stretched axes pull curves apart that a ROC figure crowds into a \
        corner; a straight line means that scores are about normal in both classes. EER is the rate at which both errors \
        are equal. Guessing follows the dashed line.
        """)
  }

  private var gain: ReportFigure {
    ReportFigure(
      slug: "gain",
      finding: finding("The tenth with the highest scores holds a share of", \.gain).map {
        RichText(plain: $0 + " of all that have the label")
      },
      what: "Cumulative gain \(subject), \(sample).",
      chart: GainChart(kind: .gain, curves: curves.map(\.gain)),
      howToRead: """
        Suppose that only so many \(noun.plural) can be looked at, those with the highest scores first: to the right is \
        their share of all, up the share of the label’s own that is found. Guessing follows the dashed diagonal.
        """)
  }

  private var lift: ReportFigure {
    ReportFigure(
      slug: "lift", finding: nil, what: "Lift \(subject), \(sample).",
      chart: GainChart(kind: .lift, curves: curves.map(\.lift)),
      howToRead: """
        The same as gain, divided by what guessing finds: how many times as often the label is met among the \
        \(noun.plural) taken as among all. On the dashed line it is no more often. The left end rests on few \
        \(noun.plural) and jumps.
        """)
  }
}
