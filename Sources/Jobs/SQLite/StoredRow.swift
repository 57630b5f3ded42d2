import Foundation
import GRDB
import RunModel

/// A row of unknown origin, read column by column; what is not as it should be is nil and never stops the program.
struct StoredRow {
  private let row: Row

  /// A reader of `row`.
  init(_ row: Row) {
    self.row = row
  }

  /// A whole number in `range`.
  func integer(_ column: String, in range: ClosedRange<Int64> = 0...(1 << 53)) -> Int? {
    let value: DatabaseValue = row[column]
    guard case .int64(let number) = value.storage, range.contains(number) else { return nil }
    return Int(exactly: number)
  }

  /// A moment.
  func timestamp(_ column: String) -> UTCTimestamp? {
    integer(column, in: UTCTimestamp.kept).map { UTCTimestamp(microseconds: Int64($0)) }
  }

  /// A moment or nothing; an outer nil is something else.
  func optionalTimestamp(_ column: String) -> UTCTimestamp?? {
    isNull(column) ? .some(nil) : timestamp(column).map { .some($0) }
  }

  /// One of the texts of an enumeration.
  func name<Value: RawRepresentable>(_ column: String) -> Value? where Value.RawValue == String {
    let value: DatabaseValue = row[column]
    guard case .string(let text) = value.storage else { return nil }
    return Value(rawValue: text)
  }

  /// Bytes.
  func bytes(_ column: String) -> [UInt8]? {
    let value: DatabaseValue = row[column]
    guard case .blob(let data) = value.storage else { return nil }
    return [UInt8](data)
  }

  /// Text that was kept as the bytes of its UTF-8; nothing is the empty text.
  func text(_ column: String) -> String? {
    isNull(column) ? "" : bytes(column).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// A lineage or nothing; an outer nil is something else.
  func optionalLineage(_ column: String) -> JobLineage?? {
    isNull(column) ? .some(nil) : bytes(column).flatMap(StoredLineage.lineage).map { .some($0) }
  }

  private func isNull(_ column: String) -> Bool {
    (row[column] as DatabaseValue).isNull
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
