import Markup

/// What is found by taking the examples with the highest scores first: cumulative gain, or lift.
package struct GainChart: Chart, Hashable {
  /// What is plotted over the share of examples that are taken.
  package enum Kind: Hashable, Sendable {
    /// The share of the label's own that are among them.
    case gain
    /// How many times as often the label is met among them as among all.
    case lift
  }

  /// What is plotted.
  package let kind: Kind
  /// The curves, each with its height at a tenth of all examples as score.
  package let curves: [RankCurveChart.Curve]
  /// `looks[i]`: how curve `i` is drawn.
  package let looks: [SeriesLook]

  /// A plot of `curves`, in the colours of their order.
  package init(kind: Kind, curves: [RankCurveChart.Curve]) {
    self.kind = kind
    self.curves = curves
    looks = curves.indices.map { .slot($0 + 1) }
  }

  package var title: String {
    let name = kind == .gain ? "Cumulative gain" : "Lift"
    return curves.count == 1
      ? "\(name) of \(DisplayName.inSentence(curves[0].name))" : "\(name) by label, one against the rest"
  }

  package var summary: String {
    let words = curves.compactMap { curve in
      curve.score.map { "\(DisplayName.inSentence(curve.name)) \(text($0))" }
    }
    guard !words.isEmpty else { return "No curve is defined." }
    let what =
      kind == .gain
      ? "Share of the label’s own that the tenth with the highest scores holds"
      : "How many times as often the label is met in the tenth with the highest scores as in all"
    return "\(what): \(words.joined(separator: ", "))."
  }

  package var table: ChartTable {
    ChartTable(
      columns: [.text("Label"), .number(kind == .gain ? "Gain at a tenth" : "Lift at a tenth")],
      items: curves
    ) { [$0.name, $0.score.map(text) ?? "—"] }
  }

  package func drawing() -> Drawing {
    let highest = curves.flatMap(\.points).reduce(1) { max($0, $1.y) }
    let plot = SquarePlot(
      x: .init("share of all, highest scores first"),
      y: kind == .gain
        ? .init("share of the label’s own") : .init("lift", Domain(low: 0, high: highest).rounded(count: 5)),
      lines: zip(curves, looks).map { curve, look in
        SquarePlot.Line(
          name: curve.name, detail: curve.score.map { ": \(text($0)) at 0.1" } ?? "", look: look,
          points: curve.points)
      },
      references: [kind == .gain ? .diagonal : .init(from: Point(0, 1), to: Point(1, 1))])
    return Drawing(
      width: SquarePlot.width, height: SquarePlot.height, setting: .figure(.small), marks: plot.marks())
  }

  private func text(_ score: Double) -> String {
    kind == .gain ? NumberText.score(score) : NumberText.significant(score)
  }
}
