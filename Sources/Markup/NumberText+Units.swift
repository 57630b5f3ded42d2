extension NumberText {
  /// A share of 1 as percent, `4.4 %`, with a no-break space.
  package static func percent(_ share: Double, decimals: Int = 1) -> String {
    fixed(share * 100, decimals: decimals) + "\u{A0}%"
  }

  /// A probability of a test: `0.58`, `0.032`, `< 0.001`.
  ///
  /// Two decimals from 0.1 on, three below, since that is where decisions are made.
  package static func pValue(_ probability: Double) -> String {
    if probability < 0.001 { return "<\u{A0}0.001" }
    return fixed(probability, decimals: probability < 0.0995 ? 3 : 2)
  }

  /// The same within a sentence: `p = 0.58`, `p < 0.001`.
  package static func pStatement(_ probability: Double) -> String {
    (probability < 0.001 ? "p\u{A0}" : "p\u{A0}=\u{A0}") + pValue(probability)
  }

  /// A size in bytes with decimal units: `512 B`, `116.0 kB`, `2.4 GB`.
  package static func byteSize(_ count: Int) -> String {
    guard count.magnitude >= 1000 else { return integer(count) + "\u{A0}B" }
    var size = Double(count)
    var unit = 0
    while size.magnitude >= 999.95, unit < byteUnits.count {
      size /= 1000
      unit += 1
    }
    return fixed(size, decimals: 1) + "\u{A0}" + byteUnits[unit - 1]
  }

  /// A span of time: three significant digits of seconds below a minute, then the two largest units.
  ///
  /// ```swift
  /// NumberText.duration(seconds: 1.6412)  // "1.64 s"
  /// NumberText.duration(seconds: 7384)    // "2 h 3 min"
  /// ```
  package static func duration(seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 59.95 else { return significant(seconds) + "\u{A0}s" }
    guard seconds < 1e12 else { return significant(seconds / 86_400) + "\u{A0}d" }
    let whole = Int(seconds.rounded())
    let parts = [
      (whole / 86_400, "d"), (whole / 3600 % 24, "h"), (whole / 60 % 60, "min"), (whole % 60, "s"),
    ]
    let first = parts.firstIndex { $0.0 > 0 } ?? 3
    return parts[first...].prefix(2).filter { $0.0 > 0 }
      .map { integer($0.0) + "\u{A0}" + $0.1 }
      .joined(separator: " ")
  }

  private static let byteUnits = ["kB", "MB", "GB", "TB", "PB", "EB"]
}
