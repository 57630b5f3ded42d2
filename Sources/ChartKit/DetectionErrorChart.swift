import Markup

/// Detection error tradeoff: misses over false alarms, both axes by the quantiles of the normal distribution.
///
/// A straight line means that scores are about normal in both classes; the nearer to the lower left corner, the better. The
/// dashed line is what guessing gives.
package struct DetectionErrorChart: Chart, Hashable {
  /// The curves: false-negative over false-positive rates, 0...1, each with its equal error rate as score.
  package let curves: [RankCurveChart.Curve]
  /// `looks[i]`: how curve `i` is drawn.
  package let looks: [SeriesLook]

  /// A plot of `curves`, in the colours of their order.
  package init(curves: [RankCurveChart.Curve]) {
    self.curves = curves
    looks = curves.indices.map { .slot($0 + 1) }
  }

  package var title: String {
    curves.count == 1
      ? "Detection error tradeoff of \(DisplayName.inSentence(curves[0].name))"
      : "Detection error tradeoff by label, one against the rest"
  }

  package var summary: String {
    let words = curves.compactMap { curve in
      curve.score.map { "\(DisplayName.inSentence(curve.name)) \(NumberText.score($0))" }
    }
    return words.isEmpty
      ? "No curve is defined."
      : "Equal error rate, where as many of the label are missed as others taken along, in shares: "
        + words.joined(separator: ", ") + "."
  }

  package var table: ChartTable {
    ChartTable(columns: [.text("Label"), .number("Equal error rate")], items: curves) { curve in
      [curve.name, curve.score.map { NumberText.score($0) } ?? "—"]
    }
  }

  package func drawing() -> Drawing {
    let rates = curves.flatMap { $0.points.flatMap { [$0.x, $0.y] } }.filter { $0 > 0 }
    let smallest = rates.min() ?? 0.01
    let x = DeviateScale.axis("false-positive rate", smallest: smallest)
    let plot = SquarePlot(
      x: x, y: DeviateScale.axis("false-negative rate", smallest: smallest),
      lines: zip(curves, looks).map { curve, look in
        SquarePlot.Line(
          name: curve.name, detail: curve.score.map { ": EER \(NumberText.score($0))" } ?? "", look: look,
          points: curve.points.map { Point(DeviateScale.deviate($0.x), DeviateScale.deviate($0.y)) })
      },
      references: [
        .init(from: Point(x.domain.low, x.domain.high), to: Point(x.domain.high, x.domain.low))
      ])
    return Drawing(
      width: SquarePlot.width, height: SquarePlot.height, setting: .figure(.small), marks: plot.marks())
  }
}
