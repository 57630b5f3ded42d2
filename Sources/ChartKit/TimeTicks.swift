/// The ticks of an axis of time, at whole seconds, minutes, hours, days, Mondays, months or years.
///
/// A label says what changes from tick to tick; what stays the same, such as the year, is the tick's context, which
/// stands below the first tick and wherever it changes.
struct TimeTicks: Hashable, Sendable {
  /// The distance between ticks.
  enum Step: Hashable, Sendable {
    /// Up to twelve hours.
    case seconds(Double)
    /// Whole days from Monday to Monday, or from any day.
    case days(Int)
    /// Whole months.
    case months(Int)
  }

  /// The distance between ticks.
  let step: Step
  /// Seconds since 1970, from early to late.
  let values: [Double]

  /// About `count` ticks over `domain`, in seconds since 1970.
  init(_ domain: Domain, count: Int) {
    let ideal = domain.span / Double(max(1, count))
    // The step whose ratio to the ideal one is nearest to 1.
    let candidates = Self.steps.map { (step: $0, ratio: max($0.length / ideal, ideal / $0.length)) }
    var step = candidates.min { $0.ratio < $1.ratio }?.step ?? .days(1)
    if case .months(let months) = step, months >= 12 {
      let years = TickStep(Domain(low: 0, high: domain.span / Self.year), count: count)
      step = .months(12 * Int(max(1, years.value(at: 1))))
    }
    self.step = step
    values = Self.values(step, in: domain)
  }

  /// What changes from tick to tick: the time, the day, the month or the year.
  func label(_ seconds: Double) -> String {
    guard let time = CalendarTime(seconds: seconds) else { return "—" }
    return switch step {
    case .seconds(let length): time.timeText(hasSeconds: length < 60)
    case .days: String(time.day)
    case .months(let months): months < 12 ? time.monthText : String(time.year)
    }
  }

  /// What the label belongs to; empty where it says all.
  func context(_ seconds: Double) -> String {
    guard let time = CalendarTime(seconds: seconds) else { return "" }
    return switch step {
    case .seconds: time.dateText
    case .days: "\(time.monthText) \(time.year)"
    case .months(let months): months < 12 ? String(time.year) : ""
    }
  }

  private static let year = 365.2425 * 86_400

  private static let steps: [Step] =
    [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200].map(Step.seconds)
    + [1, 2, 7, 14].map(Step.days) + [1, 3, 6, 12].map(Step.months)

  private static func values(_ step: Step, in domain: Domain) -> [Double] {
    switch step {
    case .seconds(let length): multiples(of: length, offset: 0, in: domain)
    // 5 January 1970 was a Monday.
    case .days(let days): multiples(of: Double(days) * 86_400, offset: days < 7 ? 0 : 4 * 86_400, in: domain)
    case .months(let months): firsts(every: months, in: domain)
    }
  }

  private static func multiples(of length: Double, offset: Double, in domain: Domain) -> [Double] {
    let first = ((domain.low - offset) / length).rounded(.up)
    let last = ((domain.high - offset) / length).rounded(.down)
    guard last >= first, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * length + offset }
  }

  /// The first days of every so many months, counted from January of the year 0.
  private static func firsts(every months: Int, in domain: Domain) -> [Double] {
    guard let low = CalendarTime(seconds: domain.low), let high = CalendarTime(seconds: domain.high) else {
      return []
    }
    let first = (low.year * 12 + low.month - 1) / months
    let last = (high.year * 12 + high.month - 1) / months
    guard last - first < 1000 else { return [] }
    return (first...last).compactMap { index in
      let month = index * months
      return CalendarTime(year: month / 12, month: month % 12 + 1, day: 1)?.seconds
    }.filter(domain.contains)
  }
}

extension TimeTicks.Step {
  /// Its length in seconds, of months the mean.
  var length: Double {
    switch self {
    case .seconds(let seconds): seconds
    case .days(let days): Double(days) * 86_400
    case .months(let months): Double(months) * 30.436875 * 86_400
    }
  }
}
