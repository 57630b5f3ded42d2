import Markup

/// How often what was predicted with a probability happened, bin by bin, with the number of examples of each bin.
///
/// Both axes span 0...1. On the dashed diagonal what is predicted with probability p happens in a share p of all cases.
package struct ReliabilityChart: Chart, Hashable {
  /// The examples whose probability lies in one stretch of the scale.
  package struct Bin: Hashable, Sendable {
    /// Where the stretch begins, 0...1.
    package var lower: Double
    /// Where it ends, 0...1.
    package var upper: Double
    /// How many examples there are; the sum of their weights where they have some.
    package var count: Double
    /// Their mean probability; absent in an empty bin.
    package var mean: Double?
    /// The share of them for which it came true; absent in an empty bin.
    package var share: Double?
    /// The lower end of the interval of the share, if there is one.
    package var low: Double?
    /// The upper end of the interval of the share, if there is one.
    package var high: Double?

    /// A bin.
    package init(
      lower: Double, upper: Double, count: Double, mean: Double?, share: Double?, low: Double? = nil,
      high: Double? = nil
    ) {
      self.lower = lower
      self.upper = upper
      self.count = count
      self.mean = mean
      self.share = share
      self.low = low
      self.high = high
    }
  }

  /// The bins, from the lowest to the highest.
  package let bins: [Bin]
  /// The label that probabilities are of; absent where each is that of the label an example most likely has.
  package let label: String?
  /// What is counted, in the plural.
  package let noun: String

  /// A plot of `bins`.
  package init(bins: [Bin], label: String?, noun: String = "examples") {
    self.bins = bins
    self.label = label
    self.noun = noun
  }

  /// A bin that has examples, with where it stands.
  struct Filled: Hashable, Sendable {
    /// The bin.
    var bin: Bin
    /// The mean probability and the share.
    var point: Point
  }

  /// The bins that have examples.
  var filled: [Filled] {
    bins.compactMap { bin in
      guard let mean = bin.mean, let share = bin.share else { return nil }
      return Filled(bin: bin, point: Point(mean, share))
    }
  }

  /// What the vertical axis measures.
  var shareName: String { label == nil ? "share that is right" : "share with the label" }
  /// What the horizontal axis measures.
  var probabilityName: String {
    label == nil ? "probability of the likeliest label" : "probability of the label"
  }

  package var title: String {
    label.map { "Calibration of the probability of \(DisplayName.inSentence($0))" }
      ?? "Calibration of the probability of the likeliest label"
  }

  package var summary: String {
    let filled = filled
    func gap(_ bin: Filled) -> Double { (bin.point.y - bin.point.x).magnitude }
    guard let furthest = filled.max(by: { gap($0) < gap($1) }) else { return "No \(noun)." }
    return
      "\(filled.count) of \(bins.count) bins have \(noun). Furthest from the diagonal: \(words(furthest))."
  }

  /// A bin in words.
  func words(_ filled: Filled) -> String {
    let bin = filled.bin
    let mean = NumberText.fixed(filled.point.x, decimals: 3)
    let share = NumberText.fixed(filled.point.y, decimals: 3)
    return "\(Self.stretch(bin)): predicted \(mean), observed \(share), n = \(CountText.text(bin.count))"
  }

  /// The stretch of a bin: `0.2 to 0.3`.
  static func stretch(_ bin: Bin) -> String {
    let isTenth = [bin.lower, bin.upper].allSatisfy { (10 * $0 - (10 * $0).rounded()).magnitude < 1e-9 }
    let decimals = isTenth ? 1 : 3
    return NumberText.fixed(bin.lower, decimals: decimals) + " to "
      + NumberText.fixed(bin.upper, decimals: decimals)
  }

  package var table: ChartTable {
    let hasIntervals = bins.contains { $0.low != nil }
    func cell(_ value: Double?) -> String { value.map { NumberText.fixed($0, decimals: 3) } ?? "—" }
    return ChartTable(
      columns: [
        .text("Probability"), .number("n"), .number("Mean probability"),
        .number(label == nil ? "Share right" : "Share with the label"),
      ] + (hasIntervals ? [.text("95 % interval")] : []),
      items: bins
    ) { bin in
      var cells = [Self.stretch(bin), CountText.text(bin.count), cell(bin.mean), cell(bin.share)]
      if hasIntervals {
        cells.append(
          bin.low.flatMap { low in bin.high.map { NumberText.interval(low, $0, decimals: 3) } } ?? "")
      }
      return cells
    }
  }
}
