import Markup

/// ROC or precision-recall curves: of the labels of one run, or of several runs.
///
/// Both axes span 0...1 on a square. A dashed line shows what guessing gives: the diagonal for ROC, the prevalence for
/// precision and recall. Where all curves crowd into the good corner, an inset enlarges it.
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
    /// The curve from left to right, in data coordinates 0...1; empty where it is undefined.
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
  /// The curves.
  package let curves: [Curve]
  /// `looks[i]`: how curve `i` is drawn.
  package let looks: [SeriesLook]
  /// The precision of guessing, 0...1, for the dashed line of precision-recall curves.
  package let prevalence: Double?
  /// Whether the curves are runs, else labels.
  let areRuns: Bool

  /// The curves of one run's labels: one against the rest.
  ///
  /// - Parameters:
  ///   - kind: what is plotted.
  ///   - labels: the curves.
  ///   - looks: how each is drawn; unless given, the three with the lowest scores are coloured and the others grey.
  ///   - prevalence: the precision of guessing, 0...1; for several labels their mean.
  package init(kind: Kind, labels: [Curve], looks: [SeriesLook]? = nil, prevalence: Double? = nil) {
    self.kind = kind
    curves = labels
    self.looks = looks ?? Self.looks(ofLowest: 3, in: labels)
    precondition(self.looks.count == labels.count, "every curve has a look")
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

  /// Slots 1, 2 … for the `count` curves with the lowest scores, the lowest first; the others are context.
  package static func looks(ofLowest count: Int, in curves: [Curve]) -> [SeriesLook] {
    var looks: [SeriesLook] = curves.map { _ in .context }
    for (rank, index) in ranking(of: curves).prefix(count).enumerated() { looks[index] = .slot(rank + 1) }
    return looks
  }

  /// The curves with a score, the lowest first; ties in their order.
  static func ranking(of curves: [Curve]) -> [Int] {
    let scored = curves.indices.compactMap { index in
      curves[index].score.flatMap { $0.isFinite ? (index: index, score: $0) : nil }
    }
    return scored.sorted { $0.score == $1.score ? $0.index < $1.index : $0.score < $1.score }.map(\.index)
  }

  /// The score's short name.
  var scoreName: String { kind == .roc ? "AUC" : "AP" }

  package var title: String {
    let curves = kind == .roc ? "ROC curves" : "Precision-recall curves"
    if areRuns { return "\(curves) of \(self.curves.count) runs" }
    return self.curves.count == 1 ? String(curves.dropLast()) : "\(curves) by label, one against the rest"
  }

  package var summary: String {
    let score = kind == .roc ? "area under the curve" : "average precision"
    let ranking = Self.ranking(of: curves)
    guard let first = ranking.first, let last = ranking.last else {
      return "\(curves.count) curves, none with a defined \(score)."
    }
    func words(_ index: Int) -> String {
      "\(DisplayName.inSentence(curves[index].name)) with \(NumberText.score(curves[index].score ?? 0))"
    }
    if ranking.count == 1 { return "One curve, \(score): \(words(first))." }
    if areRuns {
      return
        "Curves of \(curves.count) runs, \(score): \(ranking.reversed().prefix(12).map(words).joined(separator: ", "))."
    }
    return "\(curves.count) curves. Lowest \(score): \(words(first)). Highest: \(words(last))."
  }

  package var table: ChartTable {
    let unscored = curves.indices.filter { !(curves[$0].score?.isFinite ?? false) }
    return ChartTable(
      columns: [
        .text(areRuns ? "Run" : "Label"), .number(kind == .roc ? "ROC AUC" : "Average precision"),
      ],
      items: Self.ranking(of: curves) + unscored
    ) { index in
      [curves[index].name, curves[index].score.map { $0.isFinite ? NumberText.score($0) : "—" } ?? "—"]
    }
  }
}
