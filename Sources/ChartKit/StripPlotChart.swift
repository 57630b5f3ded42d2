/// Predicted probabilities of each label, one dot per example: where the label is true and where it is not.
package struct StripPlotChart: Chart, Hashable {
  /// The examples of one label.
  package struct Strip: Hashable, Sendable {
    /// The label.
    package var label: String
    /// `probabilities[i]`: the predicted probability of the label for example `i`, 0...1.
    package var probabilities: [Double]
    /// `isMember[i]`: whether the label is true for example `i`.
    package var isMember: [Bool]

    /// The examples of one label; both arrays have the same length.
    package init(label: String, probabilities: [Double], isMember: [Bool]) {
      precondition(probabilities.count == isMember.count, "every probability has a truth")
      self.label = label
      self.probabilities = probabilities
      self.isMember = isMember
    }
  }

  /// The strips, from top to bottom.
  package let strips: [Strip]
  /// What is counted, in the plural.
  package let noun: String
  /// How many dots a strip has at most; more are sampled.
  package let dotsPerStrip: Int
  /// Decides the sample and the scatter across the strip.
  package let seed: UInt64

  /// A plot of `strips`.
  package init(strips: [Strip], noun: String = "examples", dotsPerStrip: Int = 400, seed: UInt64 = 5) {
    self.strips = strips
    self.noun = noun
    self.dotsPerStrip = dotsPerStrip
    self.seed = seed
  }

  /// How many examples are drawn of how many, as a sentence for the caption; nothing when all are.
  package var sampling: String? { nil }
  package var title: String { "" }
  package var summary: String { "" }
  package var table: ChartTable { ChartTable(columns: [], rows: []) }
  package func drawing() -> Drawing { Drawing(width: 0, height: 0, setting: .cell) }
}
