import Markup

/// Bars for the rows of a table, all from 0 and on one scale.
package struct BarCell: Hashable, Sendable {
  /// The value of the longest bar.
  package let longest: Double
  /// The width of a cell in user units.
  package let width: Double

  /// A scale for values from 0 to `longest`.
  package init(longest: Double, width: Double = 120) {
    self.longest = longest.isFinite && longest > 0 ? longest : 1
    self.width = width
  }

  /// A bar of one colour.
  package func bar(_ value: Double) -> Drawing {
    let length = fraction(value) * width
    return Drawing(
      width: width, height: 22, setting: .cell,
      marks: [.rectangle(Rectangle(x: 0, y: 5, width: length, height: 12), .sequential(6))])
  }

  /// Two bars from the middle, each with its number: what got worse to the left, what got better to the right.
  package func balance(worse: Double, better: Double) -> Drawing {
    let middle = width / 2
    let reach = middle - 24
    let (left, right) = (fraction(worse) * reach, fraction(better) * reach)
    let marks: [Mark] = [
      .rectangle(Rectangle(x: middle - left, y: 5, width: left, height: 14), .diverging(9)),
      .rectangle(Rectangle(x: middle, y: 5, width: right, height: 14), .diverging(2)),
      .line(Point(middle, -4), Point(middle, 28), Stroke(.ink)),
      .text(
        CountText.text(worse), at: Point(middle - left - 5, 16), anchor: .end, size: 11.5, ink: .strong),
      .text(CountText.text(better), at: Point(middle + right + 5, 16), size: 11.5, ink: .strong),
    ]
    return Drawing(width: width, height: 24, setting: .cell, marks: marks)
  }

  /// The head above ``balance(worse:better:)``: what each side counts, such as "broken" and "fixed".
  package func balanceAxis(worse: String, better: String) -> Drawing {
    Drawing(
      width: width, height: 18, setting: .cell,
      marks: [
        .text("← \(worse)", at: Point(width / 2 - 6, 12), anchor: .end, size: 11),
        .text("\(better) →", at: Point(width / 2 + 6, 12), size: 11),
      ])
  }

  private func fraction(_ value: Double) -> Double {
    value.isFinite ? min(max(value / longest, 0), 1) : 0
  }
}
