import ChartKit
import Diagnostics
import Markup
import RunModel

/// Learning curves: metrics logged over steps, those of one quantity (`train/loss`, `val/loss`) in one figure.
enum HistoryFigures {
  /// More figures would bury the rest of the page.
  private static let figureLimit = 12

  static func figures(_ run: Run) -> [ReportFigure] {
    var groups: [String: [ExactString]] = [:]
    for (name, points) in run.histories where points.count(where: \.value.isFinite) > 1 {
      groups[quantity(name.text), default: []].append(name)
    }
    let names = groups.keys.sorted(by: NaturalOrder.precedes).prefix(figureLimit)
    return names.enumerated().compactMap { position, quantity in
      figure(quantity, (groups[quantity] ?? []).sorted(by: NaturalOrder.precedes), run, position)
    }
  }

  private static func figure(_ quantity: String, _ names: [ExactString], _ run: Run, _ position: Int)
    -> ReportFigure
  {
    let shown = names.prefix(7)
    let series = shown.enumerated().map { slot, name in
      LearningCurveChart.Series(
        name: name.text, points: points(run.histories[name] ?? []), look: .slot(slot + 1))
    }
    let count = shown.reduce(0) { $0 + (run.histories[$1]?.count ?? 0) }
    let lost = shown.reduce(0) { $0 + (run.histories[$1]?.count { !$0.value.isFinite } ?? 0) }
    var what: RichText = "\(Wording.label(quantity)) as logged, \(Wording.count(count, "point"))."
    if lost > 0 { what = what + " \(Wording.count(lost, "point")) that are not finite are left out." }
    if names.count > shown.count { what = what + " The first \(shown.count) of \(names.count) metrics." }
    return ReportFigure(
      slug: "history-\(position + 1)", finding: finding(quantity, shown.first, run), what: what,
      chart: LearningCurveChart(series: series, metric: quantity))
  }

  /// Where the first metric was best and where it ended, when those differ.
  private static func finding(_ quantity: String, _ name: ExactString?, _ run: Run) -> RichText? {
    guard let name, let history = run.histories[name]?.filter({ $0.value.isFinite }), let last = history.last,
      let best = history.max(by: {
        MetricDirection.known(for: name.text).isBetter($1.value, than: $0.value) == true
      }),
      MetricDirection.known(for: name.text) != .unknown, let step = best.step
    else { return nil }
    let value = NumberText.significant(best.value)
    if best.value == last.value { return "\(Wording.label(name.text)) is best at its end, \(value)" }
    return "\(Wording.label(name.text)) is best at step \(Wording.number(step)), \(value); it ends at "
      + "\(NumberText.significant(last.value))"
  }

  private static func points(_ history: [MetricPoint]) -> [Point] {
    history.enumerated().filter { $0.element.value.isFinite }.map { position, point in
      Point(Double(point.step ?? position), point.value)
    }
  }

  /// What a name measures without the part that says on which data: `loss` for `train/loss`, `val_loss`.
  private static func quantity(_ name: String) -> String {
    let splits: Set<Substring> = ["train", "training", "val", "valid", "validation", "eval", "test", "dev"]
    let separators: Set<Character> = ["/", "_", "-", ".", " "]
    let words = name.split { separators.contains($0) }
    let rest = words.filter { !splits.contains(Substring($0.lowercased())) }
    return rest.isEmpty || rest.count == words.count ? name : rest.joined(separator: " ")
  }
}
