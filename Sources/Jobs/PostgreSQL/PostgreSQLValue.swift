#if PostgreSQL
  import RunModel

  /// A parameter of a statement: sent apart from the statement's text and in binary, so that no value is ever taken for SQL.
  enum PostgreSQLValue: Hashable, Sendable {
    /// A whole number, `int8`.
    case integer(Int64?)
    /// Bytes, `bytea`; texts that may hold anything are kept as the bytes of their UTF-8.
    case bytes([UInt8]?)
    /// A text that is one of the program's own words, `text`.
    case word(String)

    /// The bytes of a text.
    static func text(_ text: String?) -> PostgreSQLValue { .bytes(text.map { Array($0.utf8) }) }

    /// A count.
    static func count(_ count: Int) -> PostgreSQLValue { .integer(Int64(count)) }

    /// A moment, in microseconds.
    static func moment(_ moment: UTCTimestamp?) -> PostgreSQLValue { .integer(moment?.microseconds) }

    /// The number of the type in PostgreSQL's catalogue.
    var type: UInt32 {
      switch self {
      case .integer: PostgreSQLType.integer
      case .bytes: PostgreSQLType.bytes
      case .word: PostgreSQLType.text
      }
    }

    /// What is sent; nil for NULL.
    var binary: [UInt8]? {
      switch self {
      case .integer(let number):
        number.map { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * Int64($0))) } }
      case .bytes(let bytes): bytes
      case .word(let word): Array(word.utf8)
      }
    }
  }

  /// Numbers of types in PostgreSQL's catalogue, the same in all its versions.
  enum PostgreSQLType {
    static let boolean: UInt32 = 16
    static let bytes: UInt32 = 17
    static let integer: UInt32 = 20
    static let text: UInt32 = 25
  }
#endif
