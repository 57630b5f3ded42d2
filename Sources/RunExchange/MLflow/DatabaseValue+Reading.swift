import GRDB

extension DatabaseValue {
  /// The value as text: text, or a number as SQLite writes it; nil for null and bytes.
  var text: String? {
    switch storage {
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): "\(number)"
    case .null, .blob: nil
    }
  }

  /// The value as a whole number; nil for anything else.
  var integer: Int64? {
    switch storage {
    case .int64(let number): number
    case .double(let number): Int64(exactly: number)
    case .string(let text): Int64(text)
    case .null, .blob: nil
    }
  }

  /// The value as a number; nil for anything else.
  var real: Double? {
    switch storage {
    case .int64(let number): Double(number)
    case .double(let number): number
    case .null, .string, .blob: nil
    }
  }
}
