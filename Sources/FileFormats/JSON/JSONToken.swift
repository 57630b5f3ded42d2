/// With what a JSON value begins.
package enum JSONToken: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean
  /// A digit, a minus, `NaN` or `Infinity`.
  case number
  /// A quote.
  case string
  /// `[`.
  case array
  /// `{`.
  case object
}
