import ChartKit

/// Dates as Plotly writes them: `2026-03-01`, `2026-03-01 12:30`, `2026-03-01T12:30:05.25Z`.
enum PlotlyDate {
  /// The seconds since the beginning of 1970; nothing if the text is no date of the years 1 to 9999.
  ///
  /// As in Plotly, a zone is not counted: the time is the one that is written.
  static func seconds(_ text: String) -> Double? {
    var rest = Substring(text).utf8
    guard rest.count <= 40, let year = digits(4...4, &rest) else { return nil }
    var (month, day, seconds) = (1, 1, 0.0)
    if drop("-", &rest) {
      guard let number = digits(1...2, &rest) else { return nil }
      month = number
      if drop("-", &rest) {
        guard let number = digits(1...2, &rest) else { return nil }
        day = number
        if drop("T", &rest) || drop("t", &rest) || drop(" ", &rest) {
          guard let time = time(&rest) else { return nil }
          seconds = time
        }
      }
    }
    guard rest.isEmpty else { return nil }
    return CalendarTime(year: year, month: month, day: day, secondOfDay: seconds)?.seconds
  }

  /// Hours, with minutes, seconds and a zone if they are there, in seconds.
  private static func time(_ rest: inout Substring.UTF8View) -> Double? {
    guard let hour = digits(1...2, &rest), hour < 24 else { return nil }
    var seconds = Double(hour) * 3600
    if drop(":", &rest) {
      guard let minute = digits(2...2, &rest), minute < 60 else { return nil }
      seconds += Double(minute) * 60
      if drop(":", &rest) {
        guard let second = digits(2...2, &rest), second < 60 else { return nil }
        seconds += Double(second)
        if drop(".", &rest) {
          let fraction = rest.prefix { (0x30...0x39).contains($0) }
          rest = rest.dropFirst(fraction.count)
          seconds += Double("0." + (String(fraction.prefix(12)) ?? "")) ?? 0
        }
      }
    }
    if drop("Z", &rest) || drop("z", &rest) { return seconds }
    if drop("+", &rest) || drop("-", &rest) {
      guard digits(2...2, &rest) != nil else { return nil }
      _ = drop(":", &rest)
      _ = digits(2...2, &rest)
    }
    return seconds
  }

  private static func drop(_ character: Unicode.Scalar, _ rest: inout Substring.UTF8View) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// A number of so many digits.
  private static func digits(_ count: ClosedRange<Int>, _ rest: inout Substring.UTF8View) -> Int? {
    let found = rest.prefix(count.upperBound).prefix { (0x30...0x39).contains($0) }
    guard found.count >= count.lowerBound else { return nil }
    rest = rest.dropFirst(found.count)
    return found.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
