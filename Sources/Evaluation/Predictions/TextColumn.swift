/// One text per row, held without a string for each.
///
/// ```swift
/// var column = TextColumn()
/// column.append("café")
/// column.append("")
/// column[0]  // "café"
/// ```
///
/// How the bytes are kept is private: a column may as well be offsets into a file that somebody holds.
public struct TextColumn: Sendable {
  private enum Storage: Sendable {
    /// All texts one after another, and where each ends.
    case joined(bytes: [UInt8], ends: [Int])
  }

  private var storage: Storage

  /// An empty column.
  public init() {
    storage = .joined(bytes: [], ends: [])
  }

  /// A column of these texts.
  public init(_ texts: some Sequence<String>) {
    self.init()
    for text in texts { append(text) }
  }

  /// A column of texts that stand one after another in `bytes`, and where each ends.
  ///
  /// - Precondition: `ends` ascend, the last is the number of bytes.
  package init(bytes: [UInt8], ends: [Int]) {
    precondition((ends.last ?? 0) == bytes.count, "the last text ends with the bytes")
    storage = .joined(bytes: bytes, ends: ends)
  }

  /// The number of rows.
  public var count: Int {
    switch storage {
    case .joined(_, let ends): ends.count
    }
  }

  /// The text of a row; bytes that are no UTF-8 become U+FFFD.
  ///
  /// - Precondition: `row` is from 0 to below ``count``.
  public subscript(row: Int) -> String {
    withBytes(of: row) { String(decoding: $0, as: UTF8.self) }
  }

  /// Gives the bytes of a row to `body`; they are valid only while it runs.
  ///
  /// - Precondition: `row` is from 0 to below ``count``.
  public func withBytes<Result>(
    of row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    switch storage {
    case .joined(let bytes, let ends):
      let start = row == 0 ? 0 : ends[row - 1]
      return try bytes.withUnsafeBufferPointer { try body(.init(rebasing: $0[start..<ends[row]])) }
    }
  }

  /// Adds a row with the UTF-8 of `text`.
  public mutating func append(_ text: String) {
    append(text.utf8)
  }

  /// Adds a row with these bytes.
  public mutating func append(_ text: some Sequence<UInt8>) {
    guard case .joined(var bytes, var ends) = storage else { return }
    storage = .joined(bytes: [], ends: [])
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    storage = .joined(bytes: bytes, ends: ends)
  }
}

extension TextColumn: Equatable {
  /// Whether both have the same bytes in every row.
  public static func == (left: TextColumn, right: TextColumn) -> Bool {
    left.count == right.count
      && (0..<left.count).allSatisfy { row in
        left.withBytes(of: row) { bytes in right.withBytes(of: row) { bytes.elementsEqual($0) } }
      }
  }
}
