/// ROC or precision-recall curves: of the labels of one run, or of several runs.
package struct RankCurveChart: Chart, Hashable {
  /// What is plotted against what.
  package enum Kind: Hashable, Sendable {
    /// True-positive rate over false-positive rate.
    case roc
    /// Precision over recall.
    case precisionRecall
  }

  /// One curve.
  package struct Curve: Hashable, Sendable {
    /// The label or the run.
    package var name: String
    /// The area under a ROC curve, or the average precision; nothing where it is undefined.
    package var score: Double?
    /// The curve from left to right, in data coordinates 0...1.
    package var points: [Point]

    /// A curve.
    package init(name: String, score: Double?, points: [Point]) {
      self.name = name
      self.score = score
      self.points = points
    }
  }

  /// What is plotted.
  package let kind: Kind
  /// The curves with their looks.
  package let curves: [Curve]
  /// `looks[i]`: how curve `i` is drawn.
  package let looks: [SeriesLook]
  /// The precision of guessing, 0...1, for the dashed line of precision-recall curves.
  package let prevalence: Double?
  /// Whether the curves are labels or runs.
  let areRuns: Bool

  /// The curves of one run's labels; the `highlighted` ones with the lowest scores are coloured, the others grey.
  package init(kind: Kind, labels: [Curve], prevalence: Double? = nil, highlighted: Int = 3) {
    self.kind = kind
    curves = labels
    looks = labels.map { _ in .context }
    self.prevalence = prevalence
    areRuns = false
  }

  /// The curves of several runs, the first of which is the baseline.
  package init(kind: Kind, runs: [Curve], prevalence: Double? = nil) {
    self.kind = kind
    curves = runs
    looks = runs.indices.map { $0 == 0 ? .baseline : .slot($0) }
    self.prevalence = prevalence
    areRuns = true
  }

  package var title: String { "" }
  package var summary: String { "" }
  package var table: ChartTable { ChartTable(columns: [], rows: []) }
  package func drawing() -> Drawing { Drawing(width: 0, height: 0, setting: .cell) }
}
