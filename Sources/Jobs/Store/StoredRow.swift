import RunModel

/// A row of unknown origin, read column by column; what is not as it should be is nil and never stops the program.
struct StoredRow {
  private let value: (String) -> StoredValue

  /// A reader of a row, whose values `value` gives by the names of their columns.
  init(_ value: @escaping (String) -> StoredValue) {
    self.value = value
  }

  /// The largest number of anything that is counted.
  static let largest: Int64 = 1 << 53

  /// A whole number in `range`.
  func integer(_ column: String, in range: ClosedRange<Int64> = 0...largest) -> Int? {
    guard case .integer(let number) = value(column), range.contains(number) else { return nil }
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

  /// One of the program's own words.
  func word(_ column: String) -> String? {
    if case .text(let text) = value(column) { text } else { nil }
  }

  /// One of the texts of an enumeration.
  func name<Value: RawRepresentable>(_ column: String) -> Value? where Value.RawValue == String {
    word(column).flatMap(Value.init(rawValue:))
  }

  /// Bytes.
  func bytes(_ column: String) -> [UInt8]? {
    if case .bytes(let bytes) = value(column) { bytes } else { nil }
  }

  /// Text that was kept as the bytes of its UTF-8; nothing is the empty text.
  func text(_ column: String) -> String? {
    isNull(column) ? "" : bytes(column).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// A lineage or nothing, and whether the plan of the search made the job PRUNED; nil is something else.
  func lineage(_ column: String) -> (lineage: JobLineage?, isOutdone: Bool)? {
    isNull(column) ? (nil, false) : bytes(column).flatMap(StoredLineage.read)
  }

  private func isNull(_ column: String) -> Bool { value(column) == .null }
}
