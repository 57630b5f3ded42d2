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

  /// The value in words, for a message: “a string”, “null”.
  package var inWords: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
