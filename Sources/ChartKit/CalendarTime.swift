/// A second on the Gregorian calendar in UTC, without a locale, leap seconds or time zones.
///
/// ```swift
/// CalendarTime(seconds: 86_400 * 365)?.dateText  // "1 Jan 1971"
/// ```
package struct CalendarTime: Hashable, Sendable {
  /// The year, 1 to 9999.
  package var year: Int
  /// The month, 1 to 12.
  package var month: Int
  /// The day of the month, from 1.
  package var day: Int
  /// Seconds since midnight, with their fraction.
  package var secondOfDay: Double

  /// A date that exists in the years 1 to 9999; nothing for others.
  package init?(year: Int, month: Int, day: Int, secondOfDay: Double = 0) {
    guard (1...9999).contains(year), (1...12).contains(month), (0..<86_400).contains(secondOfDay),
      day >= 1, day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// The moment `seconds` after the beginning of 1970; nothing outside the years 1 to 9999.
  package init?(seconds: Double) {
    guard seconds >= -62_135_596_800, seconds < 253_402_300_800 else { return nil }
    let days = (seconds / 86_400).rounded(.down)
    let rest = min(max(0, seconds - days * 86_400), 86_399.999_999)
    // Days and months of years that begin in March (Howard Hinnant, chrono-compatible low-level date algorithms).
    let day = Int(days) + 719_468
    let era = (day >= 0 ? day : day - 146_096) / 146_097
    let dayOfEra = day - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    self.day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    secondOfDay = rest
  }

  /// The seconds since the beginning of 1970.
  package var seconds: Double {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Double(era * 146_097 + dayOfEra - 719_468) * 86_400 + secondOfDay
  }

  /// How many days a month has.
  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarTime {
  /// The name of the month in three letters.
  var monthText: String { Self.months[month - 1] }

  /// The date: `3 Mar 2026`.
  var dateText: String { "\(day) \(monthText) \(year)" }

  /// The time of day: `14:05`, with seconds where they are wanted.
  func timeText(hasSeconds: Bool) -> String {
    let whole = Int(secondOfDay)
    let parts = [whole / 3600, whole / 60 % 60] + (hasSeconds ? [whole % 60] : [])
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// The date, with the time of day unless it is midnight.
  var text: String {
    guard secondOfDay >= 1 else { return dateText }
    return dateText + ", " + timeText(hasSeconds: Int(secondOfDay) % 60 != 0)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
