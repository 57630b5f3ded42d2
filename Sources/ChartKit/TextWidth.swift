/// How wide words are, without a browser: Helvetica's widths, which Arial and Liberation Sans share.
enum TextWidth {
  /// The width of `string` in user units, 8 % more than measured since the reader's font may be wider.
  ///
  /// Of endless names only the first 240 characters count, which is more than any place in a drawing holds.
  static func of(_ string: String, size: Double = 12, isBold: Bool = false) -> Double {
    string.unicodeScalars.prefix(scalarLimit).reduce(0) { $0 + ems($1) } * size * safety * (isBold ? 1.06 : 1)
  }

  /// The longest start of `string` that fits into `width` with an ellipsis, or the whole if it fits without.
  static func clipped(_ string: String, to width: Double, size: Double = 12, isBold: Bool = false) -> String {
    let unit = size * safety * (isBold ? 1.06 : 1)
    let ellipsis = ems("…") * unit
    var used = 0.0
    var kept = String.UnicodeScalarView()
    var keptWithEllipsis = 0
    for (position, scalar) in string.unicodeScalars.enumerated() {
      used += ems(scalar) * unit
      // Marks without width could go on for ever.
      guard used <= width + 0.01, position < scalarLimit else {
        return String(String.UnicodeScalarView(kept.prefix(keptWithEllipsis))) + "…"
      }
      kept.append(scalar)
      if used + ellipsis <= width { keptWithEllipsis = position + 1 }
    }
    return string
  }

  private static let safety = 1.08
  private static let scalarLimit = 240

  /// The width of a character in parts of the font size.
  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    if scalar.isASCII {
      return scalar.value < 0x20 || scalar.value == 0x7F ? 0.6 : ascii[Int(scalar.value) - 0x20]
    }
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFD:
      return 1
    case 0x2008, 0x2009: return 0.28
    case 0x2026, 0x2190...0x21FF: return 1
    default: return 0.6
    }
  }

  /// The widths of U+0020 to U+007E.
  private static let ascii: [Double] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ].map { $0 / 1000 }
}
