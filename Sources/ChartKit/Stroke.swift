/// A line: its colour by meaning, its width and its dashes in user units.
package struct Stroke: Hashable, Sendable {
  /// The colour of a line, by its meaning.
  package enum Role: Hashable, Sendable {
    /// A run or a highlighted label: slots 1 to 7.
    case series(Int)
    /// What the figure states without comparing.
    case ink
    /// What is there for comparison only.
    case context
    /// The page, to part marks that touch.
    case ground
    /// The lines that help to read a value.
    case grid
    /// The lines that carry ticks, and frames.
    case axis
    /// A value to compare with: a mean, chance, the leader.
    case reference
  }

  /// The colour.
  package var role: Role
  /// The width.
  package var width: Double
  /// Lengths of dashes and gaps, in turn; empty for a solid line.
  package var dash: [Double]

  /// A line.
  package init(_ role: Role, width: Double = 1, dash: [Double] = []) {
    self.role = role
    self.width = width
    self.dash = dash
  }

  /// The thin line behind the marks.
  static let grid = Stroke(.grid)
  /// The thin line that carries ticks.
  static let axis = Stroke(.axis)
  /// The dashed line of a value to compare with.
  static let reference = Stroke(.reference, dash: [3, 3])
}
