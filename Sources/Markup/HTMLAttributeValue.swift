/// What an attribute may hold, all of it escaped when written.
package enum HTMLAttributeValue: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// Any text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A coordinate or a length in user units: at most two decimals.
  case coordinate(Double)
  /// A link that ``SafeURL`` let through; the only value that `href`, `src` and their like may have.
  case url(SafeURL)
  /// The bare name of the attribute if true, else no attribute at all.
  case flag(Bool)

  package init(stringLiteral value: String) {
    self = .text(value)
  }
}
