import Markup

/// How precision, recall and other rates of one label depend on the threshold from which on a score counts as the label.
package struct ThresholdChart: Chart, Hashable {
  /// One rate.
  package struct Rate: Hashable, Sendable {
    /// What it is called.
    package var name: String
    /// `values[i]`: the rate at threshold `i`; absent where it is undefined.
    package var values: [Double?]

    /// A rate.
    package init(name: String, values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  /// The label.
  package let label: String
  /// The thresholds, ascending, 0...1.
  package let thresholds: [Double]
  /// At most seven rates, each with a value for every threshold.
  package let rates: [Rate]
  /// A threshold to point out, with what it is.
  package let marked: Marked?

  /// A threshold that is pointed out.
  package struct Marked: Hashable, Sendable {
    /// The threshold, 0...1.
    package var threshold: Double
    /// What distinguishes it, in a word or two.
    package var name: String

    /// A threshold to point out.
    package init(threshold: Double, name: String) {
      self.threshold = threshold
      self.name = name
    }
  }

  /// A plot of `rates`.
  package init(label: String, thresholds: [Double], rates: [Rate], marked: Marked? = nil) {
    precondition(rates.allSatisfy { $0.values.count == thresholds.count }, "rates have a value each")
    self.label = label
    self.thresholds = thresholds
    self.rates = rates
    self.marked = marked
  }

  package var title: String {
    let names = rates.map { $0.name == rates.first?.name ? $0.name : lowercased($0.name) }
    return
      "\(names.joined(separator: ", ")) of \(DisplayName.inSentence(label)) by threshold"
  }

  package var summary: String {
    let highest = rates.compactMap { rate -> String? in
      let known = rate.values.indices.compactMap { index in rate.values[index].map { (index, $0) } }
      guard let best = known.max(by: { $0.1 < $1.1 }) else { return nil }
      let threshold = NumberText.fixed(thresholds[best.0], decimals: 2)
      return "\(rate.name) is highest, \(NumberText.score(best.1)), at \(threshold)"
    }
    return highest.isEmpty ? "No rate is defined." : highest.joined(separator: ". ") + "."
  }

  /// Of many thresholds every fifth, 0.05, 0.10 and so on of hundredths.
  package var table: ChartTable {
    let shown =
      thresholds.count > 25 ? Array(stride(from: 4, to: thresholds.count, by: 5)) : Array(thresholds.indices)
    return ChartTable(columns: [.number("Threshold")] + rates.map { .number($0.name) }, items: shown) {
      index in
      [NumberText.fixed(thresholds[index], decimals: 2)]
        + rates.map { $0.values[index].map { NumberText.fixed($0, decimals: 3) } ?? "—" }
    }
  }

  package func drawing() -> Drawing {
    let lines = rates.enumerated().map { position, rate in
      SquarePlot.Line(
        name: rate.name, look: .slot(position + 1),
        points: zip(thresholds, rate.values).compactMap { threshold, value in
          value.map { Point(threshold, $0) }
        })
    }
    let low = lines.flatMap(\.points).reduce(0) { min($0, $1.y) }
    let plot = SquarePlot(
      x: .init("threshold"), y: .init("rate", low < 0 ? Domain(low: low, high: 1).rounded(count: 5) : .unit),
      lines: lines,
      references: marked.map { [.init(from: Point($0.threshold, low), to: Point($0.threshold, 1))] } ?? [])
    var marks = plot.marks(avoiding: marked.map { [Point($0.threshold, 0.02)] } ?? [])
    if let marked {
      let area = plot.area
      let isLeft = marked.threshold > 0.6
      marks.append(
        .text(
          "\(marked.name), \(NumberText.significant(marked.threshold))",
          at: Point(area.x(marked.threshold) + (isLeft ? -5 : 5), area.bounds.y - 6),
          anchor: isLeft ? .end : .start, size: 11))
    }
    return Drawing(
      width: SquarePlot.width, height: SquarePlot.height, setting: .figure(.small), marks: marks)
  }

  /// A name in the middle of a sentence: `Recall` becomes `recall`, `F1` stays.
  private func lowercased(_ name: String) -> String {
    name.dropFirst().contains { $0.isUppercase || $0.isNumber } || name.hasPrefix("Matthews")
      ? name : name.prefix(1).lowercased() + name.dropFirst()
  }
}
