/// Bars for the rows of a table, from 0 to the longest.
package struct BarCell: Hashable, Sendable {
  /// The value of the longest bar.
  package let longest: Double
  /// The width of a cell in user units.
  package let width: Double

  /// A scale for values from 0 to `longest`.
  package init(longest: Double, width: Double = 120) {
    self.longest = longest
    self.width = width
  }

  /// A bar of one colour.
  package func bar(_ value: Double) -> Drawing { Drawing(width: width, height: 22, setting: .cell) }

  /// Two bars from the middle: `worse` to the left, `better` to the right, each with its number.
  package func balance(worse: Double, better: Double) -> Drawing {
    Drawing(width: width, height: 24, setting: .cell)
  }

  /// The head above ``balance(worse:better:)``.
  package func balanceAxis(worse: String, better: String) -> Drawing {
    Drawing(width: width, height: 18, setting: .cell)
  }
}
