/// One text per row, held without a string for each.
///
/// ```swift
/// var column = TextColumn()
/// column.append("café")
/// column.append("")
/// column[0]  // "café"
/// ```
///
/// How the bytes are kept is private. A column that was read from a file may be no more than places in this file,
/// which is then kept open and read again where a text is asked for; if the file was changed meanwhile, so are its
/// texts, and what lies behind its end is empty.
public struct TextColumn: Sendable {
  private enum Storage: Sendable {
    /// All texts one after another, and where each ends.
    case joined(bytes: [UInt8], ends: TextEnds)
    /// Texts that lie somewhere else.
    case stored(any StoredTexts)
  }

  private var storage: Storage

  /// An empty column.
  public init() {
    storage = .joined(bytes: [], ends: TextEnds())
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
    self.init(bytes: bytes, ends: TextEnds(ends))
  }

  /// A column of texts that stand one after another in `bytes`, and where each ends.
  ///
  /// - Precondition: The last ends with the bytes.
  package init(bytes: [UInt8], ends: TextEnds) {
    precondition(ends.last == bytes.count, "the last text ends with the bytes")
    storage = .joined(bytes: bytes, ends: ends)
  }

  /// A column of texts that lie somewhere else.
  package init(_ texts: any StoredTexts) {
    storage = .stored(texts)
  }

  /// The number of rows.
  public var count: Int {
    switch storage {
    case .joined(_, let ends): ends.count
    case .stored(let texts): texts.count
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
      let range = ends.range(of: row)
      return try bytes.withUnsafeBufferPointer { try body(.init(rebasing: $0[range])) }
    case .stored(let texts): return try texts.withBytes(of: row, body)
    }
  }

  /// Adds a row with the UTF-8 of `text`.
  public mutating func append(_ text: String) {
    append(text.utf8)
  }

  /// Adds a row with these bytes.
  public mutating func append(_ text: some Sequence<UInt8>) {
    var (bytes, ends) = joined
    storage = .joined(bytes: [], ends: TextEnds())
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    storage = .joined(bytes: bytes, ends: ends)
  }

  /// The texts one after another, read if they lie somewhere else.
  private var joined: (bytes: [UInt8], ends: TextEnds) {
    switch storage {
    case .joined(let bytes, let ends): return (bytes, ends)
    case .stored(let texts):
      var bytes: [UInt8] = []
      var ends = TextEnds()
      for row in 0..<texts.count {
        texts.withBytes(of: row) { bytes.append(contentsOf: $0) }
        ends.append(bytes.count)
      }
      return (bytes, ends)
    }
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
