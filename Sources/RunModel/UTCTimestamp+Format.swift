extension UTCTimestamp {
  /// ISO 8601 with zone, with microseconds only if there are any: `2026-11-18T15:11:07Z`.
  public var iso: String { isoWithoutZone + "Z" }

  /// As experiment-results-manager writes it, a time in UTC that does not say so: `2026-11-18T15:11:07.250000`.
  public var isoWithoutZone: String {
    let parts = components
    let fraction = parts.microsecond == 0 ? "" : "." + Self.padded(parts.microsecond, 6)
    return Self.padded(parts.year, 4) + "-" + Self.padded(parts.month, 2) + "-" + Self.padded(parts.day, 2)
      + "T" + timeOfDay(parts) + ":" + Self.padded(parts.second, 2) + fraction
  }

  /// The id that experiment-results-manager gives to a run that started then: `2026_11_18__15_11_07`.
  public var runID: String {
    let parts = components
    let date = [Self.padded(parts.year, 4), Self.padded(parts.month, 2), Self.padded(parts.day, 2)]
    let time = [Self.padded(parts.hour, 2), Self.padded(parts.minute, 2), Self.padded(parts.second, 2)]
    return date.joined(separator: "_") + "__" + time.joined(separator: "_")
  }

  /// The day, for people: `18 Nov 2026`.
  public var day: String {
    let parts = components
    return "\(parts.day) \(Self.monthNames[parts.month - 1]) \(Self.padded(parts.year, 4))"
  }

  /// Day and time, for people: `18 Nov 2026, 15:11 UTC`.
  public var dayAndTime: String { day + ", " + timeOfDay(components) + " UTC" }

  private func timeOfDay(_ parts: Components) -> String {
    Self.padded(parts.hour, 2) + ":" + Self.padded(parts.minute, 2)
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value.magnitude)
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension UTCTimestamp: CustomStringConvertible {
  /// The ISO form with zone.
  public var description: String { iso }
}
