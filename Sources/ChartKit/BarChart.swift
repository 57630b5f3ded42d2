/// Bars of one or several series over names, numbers or times: beside each other, on top of each other, or, for
/// histograms that overlap, as outlines.
///
/// Bars begin at 0. The first seven series have a colour, the others are grey; the key says in which order bars stand, so
/// that colour is never needed alone.
package struct BarChart: Chart, Hashable {
  /// How the series share a place.
  package enum Arrangement: Hashable, Sendable {
    /// Beside each other.
    case grouped
    /// On top of each other; negative values downwards.
    case stacked
    /// As outlines over each other.
    case outlined
  }

  /// Where bars stand.
  package struct Slot: Hashable, Sendable {
    /// The middle, in values of the axis.
    package var center: Double
    /// The place in words: a name, a number, or the bounds of a bin.
    package var name: String

    /// A place.
    package init(center: Double, name: String) {
      self.center = center
      self.name = name
    }
  }

  /// One series.
  package struct Series: Hashable, Sendable {
    /// What tells it from the others; may be empty if it is alone.
    package var name: String
    /// `values[i]`: the value at slot `i`; nothing where it has none.
    package var values: [Double?]

    /// A series; what is not finite becomes nothing.
    package init(name: String, values: [Double?]) {
      self.name = name
      self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    }
  }

  package let title: String
  /// The places, in order along the axis.
  package let slots: [Slot]
  /// How far places reach, in values of the axis: the distance of neighbours, or the width of a bin.
  package let slotWidth: Double
  /// The series, each with a value for every slot.
  package let series: [Series]
  /// The axis of the places.
  package let places: ChartAxis
  /// The axis of the values.
  package let values: ChartAxis
  /// Whether bars run to the right instead of upwards.
  package let isHorizontal: Bool
  /// How the series share a place.
  package let arrangement: Arrangement
  /// Whether the bars are the bins of a histogram, which touch each other.
  package let areBins: Bool

  /// Bars of `series`; its `title` says what they show.
  package init(
    title: String, slots: [Slot], slotWidth: Double = 1, series: [Series], places: ChartAxis,
    values: ChartAxis, isHorizontal: Bool = false, arrangement: Arrangement = .grouped, areBins: Bool = false
  ) {
    precondition(
      series.allSatisfy { $0.values.count == slots.count }, "every series has a value for each slot")
    self.title = title
    self.slots = slots
    self.slotWidth = slotWidth > 0 && slotWidth.isFinite ? slotWidth : 1
    self.series = series
    self.places = places
    self.values = values
    self.isHorizontal = isHorizontal
    self.arrangement = series.count > 1 ? arrangement : .grouped
    self.areBins = areBins
  }
}
