import Markup

/// The ticks of an axis with their labels, which all have the same decimals.
struct Ticks: Hashable, Sendable {
  /// The values, from low to high.
  let values: [Double]
  /// How many decimals the labels have.
  let decimals: Int

  /// About `count` ticks over `domain`.
  init(_ domain: Domain, count: Int) {
    let step = TickStep(domain, count: count)
    values = step.ticks(in: domain)
    decimals = step.decimals
  }

  /// The labels, in the order of the values.
  var labels: [String] { values.map(label) }

  /// A value as this axis prints it.
  func label(_ value: Double) -> String {
    decimals > 6 || value.magnitude >= 1e6
      ? NumberText.significant(value) : NumberText.fixed(value, decimals: decimals)
  }

  /// One tick for every 80 units of width, at least 2.
  static func count(width: Double) -> Int { max(2, Int(width / 80)) }

  /// One tick for every 40 units of height, at least 2.
  static func count(height: Double) -> Int { max(2, Int(height / 40)) }
}
