import ChartKit
import Diagnostics
import Markup
import RunModel

/// How hyperparameters change over the generations of a population: a figure for each that is a number, a table for words.
struct GenerationHyperparameters {
  private let view: PopulationView
  private let numbers: [ExactString]
  private let words: [ExactString]

  /// So many hyperparameters have a figure.
  private static let figureLimit = 6
  /// So many hyperparameters are looked at.
  private static let nameLimit = 200
  /// A hyperparameter of more values than this is no category.
  private static let valueLimit = 12

  /// Those that were drawn anew or multiplied come first, then all others that differ, in natural order.
  ///
  /// None for successive halving, where trials keep their hyperparameters.
  init(_ view: PopulationView) {
    self.view = view
    guard view.lineage.kind == .population else {
      (numbers, words) = ([], [])
      return
    }
    let drawn = Set(view.lineage.nodes.flatMap { $0.entry.factors?.changes.map(\.name) ?? [] })
    let runs = view.lineage.nodes.indices.map(view.run)
    let names = Set(runs.flatMap(\.params.keys)).filter { !SeedGroups.isSeed($0) }.sorted { left, right in
      let areDrawn = (drawn.contains(left), drawn.contains(right))
      return areDrawn.0 == areDrawn.1 ? NaturalOrder.precedes(left, right) : areDrawn.0
    }.prefix(Self.nameLimit)
    var numbers: [ExactString] = []
    var words: [ExactString] = []
    for name in names {
      let values = runs.compactMap { $0.params[name] }
      guard let first = values.first, values.contains(where: { !$0.hasSameValue(as: first) }) else {
        continue
      }
      if values.allSatisfy({ $0.number?.isFinite == true }) {
        numbers.append(name)
      } else if Set(values.map(Self.text)).count <= Self.valueLimit {
        words.append(name)
      }
    }
    (self.numbers, self.words) = (numbers, words)
  }

  /// A figure for each of the first numbers.
  var figures: [ReportFigure] { numbers.prefix(Self.figureLimit).enumerated().map { figure($1, $0) } }

  /// How many hyperparameters have no figure, as a sentence; nil for none.
  var omission: RichText? {
    let rest = numbers.count - Self.figureLimit
    guard rest > 0 else { return nil }
    return
      "\(Wording.count(rest, "more hyperparameter")) without a figure over generations: the runs’ pages have the values."
  }

  private func figure(_ name: ExactString, _ place: Int) -> ReportFigure {
    let values = view.lineage.nodes.indices.map { view.run($0).params[name]?.number }
    let label = Wording.label(name.text)
    let chart = GenerationChart(view.data, hyperparameter: label, values: values)
    let missing = values.count { $0 == nil }
    var what: RichText =
      "\(code: label) of \(Wording.count(values.count - missing, "run")) by generation; each line goes on where a run was copied."
    if view.data.diedOutCount > 0 {
      what =
        what + " Without lines: \(Wording.number(view.data.diedOutCount)) runs that died out before the last."
    }
    if missing > 0 { what = what + " Without it: \(Wording.count(missing, "run"))." }
    return ReportFigure(
      slug: "hyperparameter-\(place + 1)-by-generation" + view.suffix, finding: finding(label, values, chart),
      what: what, chart: chart)
  }

  /// From where to where it went on the best run’s line, or the median of all where no run is best.
  private func finding(_ label: String, _ values: [Double?], _ chart: GenerationChart) -> RichText? {
    let line = view.lineage.bestLine.compactMap { values[$0] }
    if let first = line.first, let last = line.last, line.count > 1 {
      let (from, to) = (Self.text(first), Self.text(last))
      if from == to { return "On the best run’s line \(code: label) ended where it began, at \(strong: to)" }
      return
        "On the best run’s line \(code: label) \(first < last ? "rose" : "fell") from \(strong: from) to \(strong: to)"
    }
    let medians = chart.summaries.compactMap(\.median)
    guard let first = medians.first, let last = medians.last, medians.count > 1 else { return nil }
    return "The median of \(code: label) went from \(Self.text(first)) to \(Self.text(last))"
  }

  /// Which words the runs of the first and of the last generation have; nil where no hyperparameter that is none differs.
  var categories: ReportFigure? {
    guard !words.isEmpty, let first = view.lineage.generations.first,
      let last = view.lineage.generations.last, first < last
    else { return nil }
    let shown = words.prefix(Self.figureLimit)
    func counts(_ name: ExactString, in generation: Int) -> [ExactString: Int] {
      var counts: [ExactString: Int] = [:]
      for (position, node) in view.lineage.nodes.enumerated() where node.entry.generation == generation {
        if let value = view.run(position).params[name] { counts[Self.text(value), default: 0] += 1 }
      }
      return counts
    }
    let best = view.lineage.best.map(view.run)
    let groups = shown.map { name -> ReportTable.Group in
      let (before, after) = (counts(name, in: first), counts(name, in: last))
      let values = Set(
        view.lineage.nodes.indices.compactMap { view.run($0).params[name].map(Self.text) })
      return .init(
        title: "\(code: Wording.label(name.text))",
        rows: values.sorted(by: NaturalOrder.precedes).map { value in
          let isBest = best?.params[name].map(Self.text) == value
          return .init(
            [
              "\(Wording.label(value.text))", .init(plain: Wording.number(before[value] ?? 0)),
              .init(plain: Wording.number(after[value] ?? 0)), isBest ? "best run" : "",
            ], isThis: isBest)
        })
    }
    var what: RichText =
      "How many runs have each value, in generation \(Wording.number(first)) and in generation \(Wording.number(last))."
    if words.count > shown.count {
      what = what + " \(Wording.count(words.count - shown.count, "more hyperparameter")) not shown."
    }
    return ReportFigure(
      slug: "values-by-generation" + view.suffix, finding: nil, what: what,
      table: ReportTable(
        label: "Values by generation",
        columns: [
          .init("Value"), .init("Generation \(Wording.number(first))", .number),
          .init("Generation \(Wording.number(last))", .number), .init("Remark"),
        ], groups: groups))
  }

  private static func text(_ value: Double) -> String {
    ParameterSetting.number(value).text
  }

  private static func text(_ value: Scalar) -> ExactString {
    ExactString(ScalarText.parameter(value, limit: 60).plain)
  }
}
