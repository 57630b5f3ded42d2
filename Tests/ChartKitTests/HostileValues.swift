/// Names and numbers as no one should write them, for tests that draw them all the same.
enum HostileValues {
  /// Empty, broken, wide, endless, and pretending to be markup.
  static let names = [
    "", " ", "\"><script>alert(1)</script>", "&amp;", "]]>", "\0", "\u{202E}evil", "e\u{301}\u{301}", "漢字",
    String(repeating: "long", count: 5000), "a\nb", "🏳️‍🌈", "'",
  ]

  /// Ends of the range, what is not finite, and neighbours.
  static func number(_ generator: inout some RandomNumberGenerator) -> Double {
    let wild: [Double] = [
      0, -0.0, 1, -1, .nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 0.5, 1e15,
      1.0.nextUp, 1e-9,
    ]
    return wild[Int.random(in: 0..<wild.count, using: &generator)]
  }

  /// Unusual numbers that a registry may well hold.
  static func unusualNumber(_ generator: inout some RandomNumberGenerator) -> Double {
    let unusual: [Double] = [
      0, 1, -1, .nan, .infinity, 0.5, 1e6, -123_456.789, 1e-9, 1.0.nextUp, 0.123456789, 37,
    ]
    return unusual[Int.random(in: 0..<unusual.count, using: &generator)]
  }
}
