/// The proleptic Gregorian calendar, by arithmetic alone: no locale, no time zone data.
extension UTCTimestamp {
  /// A moment's date and time of day in UTC.
  public struct Components: Hashable, Sendable {
    /// The year, 0 before 1.
    public var year: Int
    /// The month, 1 to 12.
    public var month: Int
    /// The day of the month, 1 to 31.
    public var day: Int
    /// The hour, 0 to 23.
    public var hour: Int
    /// The minute, 0 to 59.
    public var minute: Int
    /// The second, 0 to 59.
    public var second: Int
    /// The microsecond, 0 to 999,999.
    public var microsecond: Int

    /// Components with these values, not checked.
    public init(
      year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0
    ) {
      self.year = year
      self.month = month
      self.day = day
      self.hour = hour
      self.minute = minute
      self.second = second
      self.microsecond = microsecond
    }
  }

  /// The moment of `components`, or nil if there is no such date or time, or the year is not 1 to 9999.
  public init?(_ components: Components) {
    guard (1...9999).contains(components.year), (1...12).contains(components.month),
      (1...Self.dayCount(month: components.month, year: components.year)).contains(components.day),
      (0...23).contains(components.hour), (0...59).contains(components.minute),
      (0...59).contains(components.second), (0...999_999).contains(components.microsecond)
    else { return nil }
    let days = Self.days(year: components.year, month: components.month, day: components.day)
    let seconds = ((days * 24 + components.hour) * 60 + components.minute) * 60 + components.second
    microseconds = Int64(seconds) * 1_000_000 + Int64(components.microsecond)
  }

  /// The date and time of day, in UTC.
  public var components: Components {
    let (days, rest) = Self.flooredDivision(microseconds, by: 86_400_000_000)
    let second = Int(rest / 1_000_000)
    // Days are counted from 1 March 0000, so that the leap day is the last day of a year: Richards' method.
    let (era, dayOfEra64) = Self.flooredDivision(days + 719_468, by: 146_097)
    let dayOfEra = Int(dayOfEra64)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return Components(
      year: Int(era) * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
      hour: second / 3600, minute: second / 60 % 60, second: second % 60,
      microsecond: Int(rest % 1_000_000))
  }

  /// Days from 1 January 1970.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func dayCount(month: Int, year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func flooredDivision(_ value: Int64, by divisor: Int64) -> (quotient: Int64, rest: Int64) {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }
}
