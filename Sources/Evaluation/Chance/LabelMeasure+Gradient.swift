extension LabelMeasure {
  /// The derivatives of Σ factor · part / whole over labels; labels with a whole of 0 stand still.
  func gradient(_ counts: [LabelCounts], factor: (Int) -> Double) -> CountGradient {
    let slope = Slope(self)
    return CountGradient(
      labels: counts.indices.map { label in
        let whole = whole(counts[label])
        guard whole != 0 else { return LabelCounts() }
        return slope.quotient(part(counts[label]) / whole, whole: whole, factor: factor(label))
      })
  }

  /// The derivatives of the unweighted mean over labels.
  func macroGradient(_ statistics: ClassificationStatistics) -> CountGradient {
    let share = 1 / Double(statistics.labelCounts.count)
    return gradient(statistics.labelCounts) { _ in share }
  }

  /// The derivatives of the mean over labels, weighted by how many rows have the label.
  func weightedGradient(_ statistics: ClassificationStatistics) -> CountGradient {
    let counts = statistics.labelCounts
    let supports = counts.map(\.support)
    let total = supports.reduce(0, +)
    let rates = rates(statistics)
    let mean = zip(rates, supports).reduce(0) { $0 + $1.0 * $1.1 } / total
    var gradient = gradient(counts) { supports[$0] / total }
    for label in counts.indices {
      // One more row with the label also makes it weigh more.
      let shift = (rates[label] - mean) / total
      gradient.labels[label].truePositives += shift
      gradient.labels[label].falseNegatives += shift
    }
    return gradient
  }

  /// The derivatives of the rate of the counts of all labels together.
  func microGradient(_ statistics: ClassificationStatistics) -> CountGradient {
    let part = statistics.labelCounts.reduce(0) { $0 + self.part($1) }
    let whole = statistics.labelCounts.reduce(0) { $0 + self.whole($1) }
    let slope = whole == 0 ? LabelCounts() : Slope(self).quotient(part / whole, whole: whole, factor: 1)
    return CountGradient(labels: [LabelCounts](repeating: slope, count: statistics.labelCounts.count))
  }

  /// By how much part and whole grow with each of the four counts, both of which are linear in them.
  private struct Slope {
    var part: LabelCounts
    var whole: LabelCounts

    init(_ measure: LabelMeasure) {
      part = Self.slopes(measure.part)
      whole = Self.slopes(measure.whole)
    }

    private static func slopes(_ function: (LabelCounts) -> Double) -> LabelCounts {
      LabelCounts(
        truePositives: function(LabelCounts(truePositives: 1)),
        falsePositives: function(LabelCounts(falsePositives: 1)),
        falseNegatives: function(LabelCounts(falseNegatives: 1)),
        trueNegatives: function(LabelCounts(trueNegatives: 1)))
    }

    /// The derivatives of factor · part / whole: factor · (part′ − rate · whole′) / whole.
    func quotient(_ rate: Double, whole total: Double, factor: Double) -> LabelCounts {
      let scale = factor / total
      return LabelCounts(
        truePositives: (part.truePositives - rate * whole.truePositives) * scale,
        falsePositives: (part.falsePositives - rate * whole.falsePositives) * scale,
        falseNegatives: (part.falseNegatives - rate * whole.falseNegatives) * scale,
        trueNegatives: (part.trueNegatives - rate * whole.trueNegatives) * scale)
    }
  }
}
