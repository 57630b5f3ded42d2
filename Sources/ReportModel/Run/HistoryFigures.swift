import ChartKit
import Diagnostics
import Markup
import RunModel

/// Learning curves: metrics logged over steps, those of one quantity (`train/loss`, `val/loss`) in one figure.
enum HistoryFigures {
  /// More figures would bury the rest of the page.
  private static let figureLimit = 12
  /// More lines in one figure could not be told apart.
  private static let lineLimit = 7

  /// The figures in natural order of what is measured, and how many quantities have none.
  static func figures(_ run: Run) -> (figures: [ReportFigure], leftOut: Int) {
    var groups: [ExactString: [ExactString]] = [:]
    for (name, points) in run.histories where points.count(where: \.value.isFinite) > 1 {
      groups[quantity(name.text), default: []].append(name)
    }
    let quantities = groups.keys.sorted(by: NaturalOrder.precedes)
    let figures = quantities.prefix(figureLimit).enumerated().map { position, quantity in
      figure(quantity, (groups[quantity] ?? []).sorted(by: NaturalOrder.precedes), run, position)
    }
    return (figures, quantities.count - figures.count)
  }

  private static func figure(
    _ quantity: ExactString, _ names: [ExactString], _ run: Run, _ position: Int
  ) -> ReportFigure {
    let shown = names.prefix(lineLimit)
    let histories = shown.map { run.histories[$0] ?? [] }
    let series = zip(shown, histories).enumerated().map { slot, line in
      LearningCurveChart.Series(name: line.0.text, points: points(line.1), look: .slot(slot + 1))
    }
    let count = histories.reduce(0) { $0 + $1.count }
    let lost = histories.reduce(0) { $0 + $1.count { !$0.value.isFinite } }
    var what: RichText = "\(Wording.label(quantity.text)) as logged, \(Wording.count(count, "point"))."
    if lost > 0 {
      what =
        what
        + " Not drawn, because \(lost == 1 ? "it is" : "they are") not finite: \(Wording.count(lost, "point"))."
    }
    if names.count > shown.count { what = what + " The first \(shown.count) of \(names.count) metrics." }
    return ReportFigure(
      slug: "history-\(position + 1)", finding: shown.first.flatMap { finding($0, run) }, what: what,
      chart: LearningCurveChart(series: series, metric: Wording.label(quantity.text)))
  }

  /// Where a metric was highest or lowest, whichever is good, and where it ended.
  private static func finding(_ name: ExactString, _ run: Run) -> RichText? {
    let direction = MetricDirection.known(for: name.text)
    guard direction != .unknown, let history = run.histories[name]?.filter({ $0.value.isFinite }),
      let last = history.last,
      let best = history.max(by: { direction.isBetter($1.value, than: $0.value) == true }),
      let step = best.step
    else { return nil }
    let extreme = direction == .higherIsBetter ? "highest" : "lowest"
    let value = NumberText.significant(best.value)
    let head: RichText = "\(Wording.label(name.text)) is \(extreme)"
    return best.value == last.value
      ? head + " at its end, \(value)"
      : head + " at step \(Wording.number(step)), \(value); it ends at \(NumberText.significant(last.value))"
  }

  private static func points(_ history: [MetricPoint]) -> [Point] {
    history.enumerated().filter { $0.element.value.isFinite }.map { position, point in
      Point(Double(point.step ?? position), point.value)
    }
  }

  /// What a name measures without the part that says on which data: `loss` for `train/loss`, `val_loss`.
  static func quantity(_ name: String) -> ExactString {
    let splits: Set<String> = ["train", "training", "val", "valid", "validation", "eval", "test", "dev"]
    let separators: Set<Character> = ["/", "_", "-", ".", " "]
    let words = name.split { separators.contains($0) }
    let rest = words.filter { !splits.contains($0.lowercased()) }
    return ExactString(
      rest.isEmpty || rest.count == words.count ? name : rest.joined(separator: " "))
  }
}
