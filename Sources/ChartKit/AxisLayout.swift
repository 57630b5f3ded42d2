import Markup

/// An axis fitted to its data: which places it spans and where its ticks stand.
struct AxisLayout: Hashable, Sendable {
  /// A tick.
  struct Tick: Hashable, Sendable {
    /// Its place, on the scale of ``AxisLayout/domain``.
    var place: Double
    /// Its words.
    var label: String
    /// What the label belongs to, such as the year of a month; empty for none.
    var context = ""
  }

  /// How much room the ends get beyond the data.
  enum Ends: Hashable, Sendable {
    /// None: lines may begin and end at the edge.
    case tight
    /// A little, so that markers stand clear of the edge.
    case padded
    /// Up to whole ticks.
    case rounded
  }

  /// What is measured.
  let axis: ChartAxis
  /// The places: values, or the exponents of a logarithmic axis.
  let domain: Domain
  /// The ticks, from low to high.
  let ticks: [Tick]
  /// What the title adds: that the axis is logarithmic, or where it starts if that is not 0.
  let remark: String

  /// An axis for `values` with about `count` ticks.
  init(_ axis: ChartAxis, values: [Double], count: Int, ends: Ends) {
    self.axis = axis
    let all = values + axis.includes
    switch axis.scale {
    case .linear:
      domain = Self.linearDomain(all, count: count, ends: ends)
      let ticks = Ticks(domain, count: count)
      // Between whole numbers there is nothing to mark.
      let areWhole = ticks.decimals > 0 && domain.span >= 1 && all.allSatisfy { $0.rounded() == $0 }
      self.ticks = ticks.values.filter { !areWhole || $0.rounded() == $0 }.map {
        Tick(place: $0, label: areWhole ? ChartAxis.text(number: $0) : ticks.label($0))
      }
      let start = ticks.values.first ?? 0
      remark = domain.contains(0) || domain.high < 0 ? "" : "the axis starts at \(ticks.label(start))"
    case .logarithmic:
      let extent = Domain(of: all.filter { $0 > 0 })
      // Without any positive value the axis is empty and shows one decade.
      let scale = LogScale(extent) ?? LogScale(Domain(low: 0.1, high: 1))
      let exponents = scale?.exponents ?? .unit
      domain = ends == .tight ? exponents : Self.padded(exponents)
      ticks = Self.logarithmicTicks(domain, count: count)
      remark = "logarithmic"
    case .time:
      domain = Self.timeDomain(all, isPadded: ends != .tight)
      let ticks = TimeTicks(domain, count: count)
      self.ticks = ticks.values.map {
        Tick(place: $0, label: ticks.label($0), context: ticks.context($0))
      }
      remark = ""
    case .categories(let names):
      domain = Domain(low: -0.5, high: Double(max(1, names.count)) - 0.5)
      ticks = names.indices.map { Tick(place: Double($0), label: axis.text(Double($0))) }
      remark = ""
    }
  }

  /// The title with the remark, which is read however long the title is.
  var title: String {
    if axis.title.isEmpty || remark.isEmpty { return axis.title + remark }
    let separator = axis.scale == .logarithmic ? ", " : "; "
    return TextWidth.clipped(axis.title, to: 230) + separator + remark
  }

  /// Whether the ticks are names.
  var isCategorical: Bool { if case .categories = axis.scale { true } else { false } }

  /// The place of a value; not a number for what has none.
  func place(_ value: Double) -> Double {
    axis.scale == .logarithmic ? LogScale.exponent(value) : value
  }

  private static func linearDomain(_ values: [Double], count: Int, ends: Ends) -> Domain {
    let extent = Domain(of: values)
    switch ends {
    case .tight: return extent
    case .padded: return padded(extent)
    case .rounded:
      let rounded = extent.rounded(count: count)
      return extent.low >= 0 && extent.high <= 1 ? rounded.clamped(to: .unit) : rounded
    }
  }

  private static func padded(_ domain: Domain) -> Domain {
    let margin = 0.03 * domain.span
    return Domain(low: domain.low - margin, high: domain.high + margin)
  }

  /// A single moment is shown on the day around it; what lies outside the calendar counts for nothing.
  private static func timeDomain(_ values: [Double], isPadded: Bool) -> Domain {
    let times = values.filter { CalendarTime(seconds: $0) != nil }
    guard let low = times.min(), let high = times.max() else { return Domain(low: 0, high: 86_400) }
    if high - low < 1 { return Domain(low: low - 43_200, high: high + 43_200) }
    let domain = Domain(low: low, high: high)
    return isPadded ? padded(domain) : domain
  }

  /// Powers of ten; their multiples by 2 and 5 where these are few, and any round numbers within less than a decade.
  private static func logarithmicTicks(_ domain: Domain, count: Int) -> [Tick] {
    let values = Domain(low: LogScale.power(domain.low), high: LogScale.power(domain.high))
    guard let scale = LogScale(values) else { return [] }
    let powers = scale.ticks(count: count)
    if powers.count >= 3 {
      return powers.map { Tick(place: LogScale.exponent($0), label: LogScale.label($0)) }
    }
    let first = domain.low.rounded(.down)
    let last = max(first, domain.high.rounded(.down))
    let multiples = stride(from: first, through: last, by: 1).flatMap { exponent in
      [1, 2, 5].map { $0 * LogScale.power(exponent) }
    }.filter(values.contains)
    let chosen = multiples.count >= 3 ? multiples : Ticks(values, count: count).values
    return chosen.filter { $0 > 0 }.map {
      Tick(place: LogScale.exponent($0), label: ChartAxis.text(number: $0))
    }
  }
}
