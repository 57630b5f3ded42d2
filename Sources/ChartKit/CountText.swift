import Markup

/// Counts of examples, which are whole numbers unless examples have weights.
enum CountText {
  /// All digits: `1,234`, or `12.5` for weights.
  static func text(_ count: Double) -> String {
    NumberText.fixed(count, decimals: count.rounded() == count || count.magnitude >= 1000 ? 0 : 1)
  }

  /// With a sign: `+3`, `−2`.
  static func difference(_ count: Double) -> String {
    NumberText.difference(count, decimals: count.rounded() == count || count.magnitude >= 1000 ? 0 : 1)
  }

  /// As many digits as fit into `width`: `12,345`, else `12k`, else `1M`.
  static func fitting(_ count: Double, width: Double, size: Double, isBold: Bool = false) -> String {
    let whole = text(count)
    if TextWidth.of(whole, size: size, isBold: isBold) <= width { return whole }
    if count < 10_000, count.rounded() == count {
      // Without the comma four digits fit where "1,234" does not.
      let plain = whole.replacing(",", with: "")
      if TextWidth.of(plain, size: size, isBold: isBold) <= width { return plain }
    }
    return count < 999_500 ? text((count / 1000).rounded()) + "k" : text((count / 1e6).rounded()) + "M"
  }
}
