import Foundation
import GRDB

extension StoredRow {
  /// A reader of a row of SQLite's.
  init(_ row: Row) {
    self.init { column in
      switch (row[column] as DatabaseValue).storage {
      case .null: .null
      case .int64(let number): .integer(number)
      case .string(let text): .text(text)
      case .blob(let data): .bytes([UInt8](data))
      case .double: .other
      }
    }
  }
}

extension DatabaseValue {
  /// The whole number that it is.
  var int64: Int64? {
    if case .int64(let number) = storage { number } else { nil }
  }
}

extension String {
  /// The text as its bytes in UTF-8, which SQLite keeps whatever they are.
  var stored: Data { Data(utf8) }
}
