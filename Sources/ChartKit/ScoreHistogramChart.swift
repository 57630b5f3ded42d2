import Markup

/// How scores are spread among the examples that have a label, upwards, and among all others, downwards.
///
/// Heights are shares of the examples on either side, so that a rare label can be read beside a frequent rest.
package struct ScoreHistogramChart: Chart, Hashable {
  /// The examples of one label.
  package struct Histogram: Hashable, Sendable {
    /// The label.
    package var label: String
    /// `members[b]`: how many examples with the label have a score in bin b.
    package var members: [Double]
    /// `others[b]`: how many examples without the label have a score in bin b.
    package var others: [Double]

    /// A histogram; both arrays have as many bins, of equal width from 0 to 1.
    package init(label: String, members: [Double], others: [Double]) {
      precondition(members.count == others.count, "both sides have the same bins")
      self.label = label
      self.members = members
      self.others = others
    }

    /// The same in ten bins, if its bins can be put together to ten.
    var inTenths: Histogram {
      let size = members.count / 10
      guard size > 1, members.count % 10 == 0 else { return self }
      func merged(_ counts: [Double]) -> [Double] {
        (0..<10).map { counts[($0 * size)..<(($0 + 1) * size)].reduce(0, +) }
      }
      return Histogram(label: label, members: merged(members), others: merged(others))
    }

    /// The counts of one side as shares of it.
    static func shares(_ counts: [Double]) -> [Double] {
      let total = counts.reduce(0, +)
      return counts.map { total > 0 ? $0 / total : 0 }
    }
  }

  /// The histograms, from top to bottom.
  package let histograms: [Histogram]
  /// What is counted, in the plural.
  package let noun: String

  /// A plot of `histograms`.
  package init(histograms: [Histogram], noun: String = "examples") {
    self.histograms = histograms
    self.noun = noun
  }

  package var title: String {
    histograms.count == 1
      ? "Probabilities of \(DisplayName.inSentence(histograms[0].label)) by true membership"
      : "Probabilities of \(histograms.count) labels by true membership"
  }

  package var summary: String {
    let sentences = histograms.map { histogram in
      let half = histogram.members.count / 2
      let low = Histogram.shares(histogram.members).prefix(half).reduce(0, +)
      let high = Histogram.shares(histogram.others).dropFirst(half).reduce(0, +)
      return
        "\(DisplayName.inSentence(histogram.label)): below 0.5 lie \(NumberText.percent(low)) of its own, from 0.5 on \(NumberText.percent(high)) of the others"
    }
    return sentences.isEmpty ? "No \(noun)." : sentences.joined(separator: "; ") + "."
  }

  /// The counts of each bin, of several labels those of tenths.
  package var table: ChartTable {
    let rows = histograms.map { histograms.count == 1 ? $0 : $0.inTenths }.flatMap { histogram in
      histogram.members.indices.compactMap { bin -> [String]? in
        guard histogram.members[bin] > 0 || histogram.others[bin] > 0 else { return nil }
        let count = Double(histogram.members.count)
        let stretch = [Double(bin) / count, Double(bin + 1) / count].map { NumberText.fixed($0, decimals: 2) }
        return [
          histogram.label, stretch.joined(separator: " to "), CountText.text(histogram.members[bin]),
          CountText.text(histogram.others[bin]),
        ]
      }
    }
    return ChartTable(
      columns: [.text("Label"), .text("Probability"), .number("With the label"), .number("Without")],
      rows: rows)
  }

  package func drawing() -> Drawing {
    let half = histograms.count == 1 ? 96.0 : 34.0
    let pitch = 2 * half + 14
    let names = histograms.count == 1 ? 0 : widestName
    let bounds = Rectangle(
      x: names + 12, y: 30, width: 380 - names, height: pitch * Double(max(1, histograms.count)))
    let area = PlotArea(bounds, x: .unit, y: .unit)
    var marks = area.xGrid(Ticks(.unit, count: 5))
    marks.append(
      .text("predicted probability of the label →", at: Point(392, bounds.maxY + 35), anchor: .end))
    marks += [
      .rectangle(Rectangle(x: 0, y: 3, width: 9, height: 9), .series(1)),
      .text("the label is true, upwards", at: Point(14, 12), size: 11),
      .rectangle(Rectangle(x: 176, y: 3, width: 9, height: 9), .series(2)),
      .text("it is not, downwards", at: Point(190, 12), size: 11),
    ]
    for (position, histogram) in histograms.enumerated() {
      let middle = bounds.y + pitch * (Double(position) + 0.5)
      marks += bars(histogram, middle: middle, half: half, area)
      if names > 0 {
        marks.append(
          DisplayName.mark(
            histogram.label, at: Point(names, middle + 4.5), anchor: .end, width: names))
      }
    }
    return Drawing(width: 400, height: bounds.maxY + 40, setting: .figure(.small), marks: marks)
  }

  private var widestName: Double {
    let widest = histograms.reduce(0) {
      max($0, TextWidth.of($1.label.isEmpty ? "(empty)" : $1.label, size: 13))
    }
    return min(max(14, widest), 110)
  }

  /// Both sides of a histogram around its line, the highest bar as high as there is room, with its share.
  private func bars(_ histogram: Histogram, middle: Double, half: Double, _ area: PlotArea) -> [Mark] {
    let sides = [(Histogram.shares(histogram.members), 1), (Histogram.shares(histogram.others), 2)]
    let highest = sides.flatMap(\.0).max() ?? 0
    var marks: [Mark] = []
    for (shares, slot) in sides where highest > 0 {
      let rectangles = shares.indices.filter { shares[$0] > 0 }.map { bin -> Rectangle in
        let left = area.x(Double(bin) / Double(shares.count))
        let right = area.x(Double(bin + 1) / Double(shares.count))
        let height = max(0.5, (half - 12) * shares[bin] / highest)
        return Rectangle(
          x: left + 0.5, y: slot == 1 ? middle - height : middle, width: right - left - 1, height: height)
      }
      marks.append(.rectangles(rectangles, .series(slot)))
      guard let tallest = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[tallest] > 0 else {
        continue
      }
      let x = area.x((Double(tallest) + 0.5) / Double(shares.count))
      let height = (half - 12) * shares[tallest] / highest
      let text = NumberText.percent(shares[tallest], decimals: 0)
      let room = TextWidth.of(text, size: 11) / 2
      marks.append(
        .text(
          text,
          at: Point(
            min(max(x, area.bounds.x + room), area.bounds.maxX - room),
            slot == 1 ? middle - height - 3 : middle + height + 11),
          anchor: .middle, size: 11, ink: .strong, hasHalo: true))
    }
    marks.append(.line(Point(area.bounds.x, middle), Point(area.bounds.maxX, middle), .axis))
    return marks
  }
}
