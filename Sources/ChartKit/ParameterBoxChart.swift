import Markup

/// A parameter's values against a metric: per value its runs as dots, their median and their quartiles.
///
/// Values stand best median first, the largest first where it is not known which way is better. With more than
/// ``valueLimit`` values those with most runs are drawn, of equals those with the better median, and the rest is
/// "other", last. Runs without the parameter or the metric are left out and counted.
package struct ParameterBoxChart: Chart, Hashable {
  /// The runs of one value of the parameter.
  struct Group: Hashable, Sendable {
    /// The value, or how many values are gathered.
    let name: String
    /// Whether it gathers the values that are not drawn.
    let isRest: Bool
    /// The metric of its runs, in their order.
    let values: [Double]
    /// Median and quartiles.
    let quartiles: Quartiles
  }

  /// The runs.
  package let data: ParameterRuns
  /// The parameter, by its position among those of `data`.
  package let parameter: Int
  /// The values in drawing order.
  let groups: [Group]
  private let shownCount: Int

  /// More values than a reader compares.
  static let valueLimit = 12
  /// Fewer runs have no quartiles worth a box.
  static let boxCount = 5

  /// A plot of the metric of `data` by one of its parameters.
  package init(_ data: ParameterRuns, parameter: Int) {
    self.data = data
    self.parameter = parameter
    let shown = data.complete([parameter])
    shownCount = shown.count
    var values: [ParameterSetting: [Double]] = [:]
    for run in shown {
      if let setting = data.runs[run].settings[parameter], let value = data.runs[run].value {
        values[setting, default: []].append(value)
      }
    }
    let groups = data.settings(of: parameter, in: shown).compactMap { setting -> Group? in
      guard let all = values[setting], let quartiles = Quartiles(all) else { return nil }
      return Group(name: setting.text, isRest: false, values: all, quartiles: quartiles)
    }
    let byMedian = Self.sorted(groups) {
      $0.quartiles.median == $1.quartiles.median
        ? nil : data.isBetter($0.quartiles.median, than: $1.quartiles.median)
    }
    guard groups.count > Self.valueLimit else {
      self.groups = byMedian
      return
    }
    let kept = Set(
      Self.sorted(Array(byMedian.indices)) {
        let (left, right) = (byMedian[$0].values.count, byMedian[$1].values.count)
        return left == right ? nil : left > right
      }.prefix(Self.valueLimit))
    let rest = byMedian.indices.filter { !kept.contains($0) }
    let gathered = rest.flatMap { byMedian[$0].values }
    self.groups =
      kept.sorted().map { byMedian[$0] }
      + [Quartiles(gathered)].compactMap(\.self).map {
        Group(
          name: "\(NumberText.integer(rest.count)) other\(rest.count == 1 ? "" : "s")", isRest: true,
          values: gathered, quartiles: $0)
      }
  }

  /// Sorted by `precedes`, which is nothing for equals; these keep their order.
  private static func sorted<Element>(
    _ items: [Element], by precedes: (Element, Element) -> Bool?
  ) -> [Element] {
    items.enumerated().sorted { precedes($0.element, $1.element) ?? ($0.offset < $1.offset) }
      .map(\.element)
  }

  /// The value with the best median; nothing where none is, or several are, or there is no other to be better than.
  var best: Group? {
    let values = groups.filter { !$0.isRest }
    guard data.isHigherBetter != nil, values.count > 1 else { return nil }
    return NumberText.gap(values[0].quartiles.median, values[1].quartiles.median) == 0 ? nil : values[0]
  }

  /// What is not drawn, for the drawing and the caption; nothing when everything is.
  package var omission: String? {
    ParameterRuns.omission(data.runs.count - shownCount, lacking: "\(parameterName) or \(data.metricName)")
  }

  var parameterName: String { data.parameterName(parameter) }

  /// Which value has the best median, and how far the next one is; nothing where fewer than two values have runs.
  ///
  /// It describes the runs: no test says that the values differ.
  package var finding: String? {
    let values = groups.filter { !$0.isRest }
    guard let isHigherBetter = data.isHigherBetter, values.count > 1 else { return nil }
    let median = values[0].quartiles.median
    let number = NumberText.score(median)
    let ties = values.prefix { NumberText.gap($0.quartiles.median, median) == 0 }.count
    if ties == values.count {
      return "All values of \(parameterName) have the same median \(data.metricName), \(number)"
    }
    guard ties == 1 else {
      return
        "\(NumberText.integer(ties)) values of \(parameterName) share the best median \(data.metricName), \(number)"
    }
    let (first, second) = (values[0], values[1])
    let distance = (median - second.quartiles.median).magnitude
    return
      "Of \(parameterName), \(DisplayName.inSentence(first.name)) has the best median \(data.metricName): \(number) "
      + "over \(ParameterRuns.count(first.values.count)), "
      + "\(distanceText(distance, median: median)) \(isHigherBetter ? "above" : "below") "
      + "\(DisplayName.inSentence(second.name)) over \(ParameterRuns.count(second.values.count))"
  }

  /// With the decimals of the median, and more where it would round to nothing.
  private func distanceText(_ distance: Double, median: Double) -> String {
    let decimals = NumberText.decimals(score: median)
    let text = NumberText.fixed(distance, decimals: decimals)
    return text == NumberText.fixed(0, decimals: decimals) ? NumberText.score(distance) : text
  }

  package var title: String {
    "\(data.metricHeading) by \(parameterName), \(ParameterRuns.count(shownCount))"
  }

  package var summary: String {
    guard !groups.isEmpty else { return "No run has both \(parameterName) and \(data.metricName)." }
    let medians = groups.prefix(6).map {
      "\(DisplayName.inSentence($0.name)) \(NumberText.score($0.quartiles.median)) (n = \($0.values.count))"
    }
    let sentences = [finding, "Medians: \(medians.joined(separator: "; "))", omission].compactMap(\.self)
    return sentences.joined(separator: ". ") + "."
  }

  package var table: ChartTable {
    let name = parameterName
    return ChartTable(
      columns: [
        .text(name), .number("Runs"), .number("Median \(data.metricName)"), .number("Lower quartile"),
        .number("Upper quartile"), .number("Lowest"), .number("Highest"),
      ],
      items: groups
    ) { group in
      let quartiles = group.quartiles
      return [group.name, NumberText.integer(group.values.count)]
        + [
          quartiles.median, quartiles.lower, quartiles.upper, group.values.min() ?? 0,
          group.values.max() ?? 0,
        ].map(NumberText.score)
    }
  }
}
