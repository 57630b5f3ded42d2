import Markup

/// Predicted probabilities of each label, one dot per example: where the label is true and where it is not.
///
/// Each label has two bands: examples of the label in the upper one, all others in the lower one. Dots are scattered across
/// their band by a normal distribution, only so that they do not hide one another.
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

  /// The strips, from top to bottom; at most ``stripLimit`` are drawn.
  package let strips: [Strip]
  /// What is counted, in the plural.
  package let noun: String
  /// How many dots a strip has at most; more are sampled.
  package let dotsPerStrip: Int
  /// Decides the sample and the scatter across the bands.
  package let seed: UInt64

  /// More strips than a reader compares.
  package static let stripLimit = 24

  /// A plot of `strips`.
  package init(strips: [Strip], noun: String = "examples", dotsPerStrip: Int = 400, seed: UInt64 = 5) {
    self.strips = strips
    self.noun = noun
    self.dotsPerStrip = max(2, dotsPerStrip)
    self.seed = seed
  }

  /// What is not drawn, as a sentence for the caption; nothing when everything is.
  package var sampling: String? {
    let most = strips.prefix(Self.stripLimit).map(\.probabilities.count).max() ?? 0
    var sentences: [String] = []
    if strips.count > Self.stripLimit {
      sentences.append("The first \(Self.stripLimit) of \(NumberText.integer(strips.count)) labels.")
    }
    if most > dotsPerStrip {
      sentences.append(
        "At most \(NumberText.integer(dotsPerStrip)) of \(NumberText.integer(most)) \(noun) per label, "
          + "sampled (seed \(seed)).")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// Of one label: how many members, how many of them below one half, and how many others above.
  struct Tally: Hashable, Sendable {
    var members = 0
    var missed = 0
    var others = 0
    var intruding = 0
  }

  /// The numbers behind a strip, of all its examples.
  func tally(_ strip: Strip) -> Tally {
    var tally = Tally()
    for (probability, isMember) in zip(strip.probabilities, strip.isMember) {
      if isMember {
        tally.members += 1
        if probability <= 0.5 { tally.missed += 1 }
      } else {
        tally.others += 1
        if probability > 0.5 { tally.intruding += 1 }
      }
    }
    return tally
  }

  package var title: String { "Predicted probability by true membership, \(strips.count) labels" }

  package var summary: String {
    let tallies = strips.map(tally)
    let missed = tallies.reduce(0) { $0 + $1.missed }
    let intruding = tallies.reduce(0) { $0 + $1.intruding }
    return
      "Strip plot with two bands per label. Probabilities of at most 0.5 for a label that is true: "
      + "\(NumberText.integer(missed)). Above 0.5 for one that is not: \(NumberText.integer(intruding))."
  }

  package var table: ChartTable {
    ChartTable(
      columns: [
        .text("Label"), .number("True"), .number("True, at most 0.5"), .number("Not true"),
        .number("Not true, above 0.5"),
      ],
      items: strips
    ) { strip in
      let tally = tally(strip)
      return [strip.label]
        + [tally.members, tally.missed, tally.others, tally.intruding].map(NumberText.integer)
    }
  }
}
