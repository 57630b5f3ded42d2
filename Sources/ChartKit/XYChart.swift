/// Lines and points over two axes, each of numbers, decades, time or names.
///
/// Lines that run to the right are named at their ends; otherwise a key above names the series. The first seven have
/// a colour, dashes and a sign of their own, the others are grey.
package struct XYChart: Chart, Hashable {
  /// How a series is drawn.
  package enum Form: Hashable, Sendable {
    /// A line through its points.
    case line
    /// Its points.
    case points
    /// Both.
    case lineAndPoints

    var hasLine: Bool { self != .points }
    var hasPoints: Bool { self != .line }
  }

  /// How two points of a line are joined.
  package enum Joint: Hashable, Sendable {
    /// By a straight line.
    case straight
    /// To the right, then up or down: the value holds until the next point.
    case acrossThenUp
    /// Up or down, then to the right.
    case upThenAcross
  }

  /// One series.
  package struct Series: Hashable, Sendable {
    /// What tells it from the others; may be empty if it is alone.
    package var name: String
    /// Its points in the order in which they are joined, in values of the axes; what is not finite interrupts the line.
    package var points: [Point]
    /// How it is drawn.
    package var form: Form

    /// How the points of its line are joined.
    package var joint: Joint

    /// A series.
    package init(name: String, points: [Point], form: Form, joint: Joint = .straight) {
      self.name = name
      self.points = points
      self.form = form
      self.joint = joint
    }
  }

  package let title: String
  /// The series.
  package let series: [Series]
  /// The axis to the right.
  package let x: ChartAxis
  /// The axis upwards.
  package let y: ChartAxis

  /// A plot of `series`; its `title` says what it shows.
  package init(title: String, series: [Series], x: ChartAxis, y: ChartAxis) {
    self.title = title
    self.series = series
    self.x = x
    self.y = y
  }

  /// Whether no point of a series that has a place lies left of the one before.
  func runsToTheRight(_ series: Series) -> Bool {
    var last = -Double.infinity
    for point in series.points where point.isFinite && (x.scale != .logarithmic || point.x > 0) {
      if point.x < last { return false }
      last = point.x
    }
    return true
  }
}
