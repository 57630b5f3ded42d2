extension UTCTimestamp {
  /// Reads a date and time as tools write them; nil if `text` is none.
  ///
  /// `2026-11-18T15:11:07.25+01:00`: `T` or a blank between date and time; seconds and up to nine digits of their
  /// fraction optional (beyond microseconds they are cut); `Z`, `+01:00`, `+0100`, `+01` or nothing, which means UTC.
  /// A date alone is its midnight. Text that is a number is one of ``init(epoch:)``.
  ///
  /// ```swift
  /// UTCTimestamp("2026-11-18 16:11:07+01:00")?.iso  // "2026-11-18T15:11:07Z"
  /// ```
  public init?(_ text: String) {
    guard text.utf8.count <= 64 else { return nil }
    if let number = Scalar.number(text) {
      self.init(epoch: number)
    } else {
      var scanner = TimestampScanner(text)
      guard let value = scanner.scan() else { return nil }
      self = value
    }
  }

  /// The moment `epoch` after the start of 1970: seconds, or beyond 2·10¹⁰ (the year 2603) milliseconds, beyond
  /// 2·10¹³ microseconds, beyond 2·10¹⁶ nanoseconds, as experiment-results-manager reads them.
  ///
  /// Nil if `epoch` is not finite or the year not 1 to 9999.
  public init?(epoch: Double) {
    var seconds = epoch
    for _ in 0..<3 where abs(seconds) > 2e10 { seconds /= 1000 }
    guard seconds.isFinite, abs(seconds) <= 2e10 else { return nil }
    let value = (seconds * 1_000_000).rounded()
    guard let whole = Int64(exactly: value),
      (Self.first.microseconds...Self.last.microseconds).contains(whole)
    else { return nil }
    microseconds = whole
  }

  /// The moment that a run id of experiment-results-manager says: `2026_11_18__15_11_07`, also with a suffix
  /// such as `_0002` for the second run of that second.
  public init?(runID: String) {
    let parts = runID.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard parts.count == 7 || parts.count == 8, parts[3].isEmpty else { return nil }
    let numbers = parts.enumerated().compactMap { index, part in
      index == 3 || !part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        ? nil : part.count == (index == 0 || index == 7 ? 4 : 2) ? Int(Substring(part)) : nil
    }
    guard numbers.count == parts.count - 1 else { return nil }
    self.init(
      Components(
        year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
        second: numbers[5]))
  }

  private static let first = UTCTimestamp(microseconds: -62_135_596_800_000_000)
  private static let last = UTCTimestamp(microseconds: 253_402_300_799_999_999)
}

/// Reads one timestamp from the front of a text to its end.
private struct TimestampScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text.utf8[...]
    while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    while rest.last == UInt8(ascii: " ") { rest.removeLast() }
  }

  mutating func scan() -> UTCTimestamp? {
    guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2) else {
      return nil
    }
    var parts = UTCTimestamp.Components(year: year, month: month, day: day)
    if rest.isEmpty { return UTCTimestamp(parts) }
    guard skip("T") || skip("t") || skip(" "), let hour = digits(2), skip(":"), let minute = digits(2) else {
      return nil
    }
    (parts.hour, parts.minute) = (hour, minute)
    if skip(":") {
      guard let second = digits(2) else { return nil }
      parts.second = second
      if skip(".") || skip(",") {
        guard let microsecond = fraction() else { return nil }
        parts.microsecond = microsecond
      }
    }
    guard let offset = offset(), rest.isEmpty, let local = UTCTimestamp(parts) else { return nil }
    return UTCTimestamp(microseconds: local.microseconds - Int64(offset) * 60_000_000)
  }

  /// Minutes east of Greenwich; 0 when nothing is said.
  private mutating func offset() -> Int? {
    if rest.isEmpty { return 0 }
    _ = skip(" ")
    if skip("Z") || skip("z") { return 0 }
    let isWest = skip("-")
    guard isWest || skip("+"), let hours = digits(2), hours < 24 else { return nil }
    var minutes = 0
    if !rest.isEmpty {
      _ = skip(":")
      guard let value = digits(2), value < 60 else { return nil }
      minutes = value
    }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  /// One to nine digits after the decimal sign, as microseconds.
  private mutating func fraction() -> Int? {
    var value = 0
    var count = 0
    while let digit = digits(1) {
      if count < 6 { value = value * 10 + digit }
      count += 1
    }
    guard (1...9).contains(count) else { return nil }
    while count < 6 {
      value *= 10
      count += 1
    }
    return value
  }

  private mutating func digits(_ count: Int) -> Int? {
    let head = rest.prefix(count)
    guard head.count == count, head.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else {
      return nil
    }
    rest = rest.dropFirst(count)
    return Int(Substring(head))
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }
}
