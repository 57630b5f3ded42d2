import Diagnostics

/// Walks over JSON text value by value, without copying any.
///
/// ``JSONReader`` builds its tree with it; a reader of many lines asks it for the values it wants and lets it skip
/// the others. The text must be UTF-8.
///
/// Whoever calls asks ``peek()`` what comes next and then calls the one method that reads it.
package struct JSONCursor {
  /// How deep arrays and objects may be nested.
  package static let depthLimit = 200

  /// The text.
  package let bytes: UnsafeBufferPointer<UInt8>
  /// What messages call the end of the text.
  private let endName: String
  /// The offset of the next byte.
  package internal(set) var position = 0
  private var depth = 0

  /// A cursor at the beginning of `bytes`; `endName` is what messages call their end.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, endName: String = "the end of the file") {
    self.bytes = bytes
    self.endName = endName
  }

  /// Moves over a byte order mark, if one stands here.
  package mutating func skipByteOrderMark() {
    if bytes[position...].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
  }

  /// What the next value is; the position moves to its first byte.
  package mutating func peek() throws(JSONFault) -> JSONToken {
    skipBlanks()
    guard position < bytes.count else { throw fault(expecting: "a value") }
    switch bytes[position] {
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "N"), UInt8(ascii: "I"):
      return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: throw fault(expecting: "a value")
    }
  }

  /// Reads `null`.
  package mutating func null() throws(JSONFault) {
    try word("null")
  }

  /// Reads `true` or `false`.
  package mutating func boolean() throws(JSONFault) -> Bool {
    if position < bytes.count, bytes[position] == UInt8(ascii: "t") {
      try word("true")
      return true
    }
    try word("false")
    return false
  }

  /// Reads an array: calls `element` at the beginning of each of its values.
  package mutating func array(
    _ element: (inout JSONCursor) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try enter(UInt8(ascii: "["))
    var isFirst = true
    while try !leave(UInt8(ascii: "]"), "]", &isFirst) {
      try element(&self)
    }
  }

  /// Reads an object: calls `member` with each name and its offset, at the beginning of the value.
  package mutating func object(
    _ member: (inout JSONCursor, _ name: JSONText, _ offset: Int) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try enter(UInt8(ascii: "{"))
    var isFirst = true
    while try !leave(UInt8(ascii: "}"), "}", &isFirst) {
      skipBlanks()
      let offset = position
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
        throw fault(expecting: "a name in quotes")
      }
      let name = try string()
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
        throw fault(expecting: "“:”")
      }
      position += 1
      try member(&self, name, offset)
    }
  }

  /// Reads the next value, whatever it is, and forgets it.
  package mutating func skip() throws(JSONFault) {
    switch try peek() {
    case .null: try null()
    case .boolean: _ = try boolean()
    case .number: _ = try number()
    case .string: _ = try string()
    case .array: try array { cursor throws(JSONFault) in try cursor.skip() }
    case .object: try object { cursor, _, _ throws(JSONFault) in try cursor.skip() }
    }
  }

  /// The source text of a value.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Checks that nothing but blanks follows.
  package mutating func finish() throws(JSONFault) {
    skipBlanks()
    guard position == bytes.count else { throw fault(expecting: endName) }
  }

  private mutating func enter(_ opener: UInt8) throws(JSONFault) {
    precondition(position < bytes.count && bytes[position] == opener, "peek() says what may be read")
    guard depth < Self.depthLimit else {
      throw JSONFault(
        at: position, found: "more than \(Self.depthLimit) arrays and objects inside each other",
        expected: "a flatter structure")
    }
    depth += 1
    position += 1
  }

  /// Whether the array or object ends here; otherwise moves over the comma that must stand before a next value.
  private mutating func leave(
    _ closer: UInt8, _ closerText: String, _ isFirst: inout Bool
  ) throws(JSONFault) -> Bool {
    skipBlanks()
    let next = position < bytes.count ? bytes[position] : 0
    if next == closer {
      position += 1
      depth -= 1
      return true
    }
    if isFirst {
      isFirst = false
      return false
    }
    guard next == UInt8(ascii: ",") else { throw fault(expecting: "“,” or “\(closerText)”") }
    position += 1
    return false
  }

  /// Reads `text`, letter for letter.
  mutating func word(_ text: StaticString) throws(JSONFault) {
    let start = position
    for index in 0..<text.utf8CodeUnitCount {
      guard position < bytes.count, bytes[position] == text.utf8Start[index] else {
        position = start
        throw fault(expecting: "“\(text)”")
      }
      position += 1
    }
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// That something else than what stands at the position was expected.
  func fault(expecting expected: String) -> JSONFault {
    JSONFault(at: position, found: foundInWords, expected: expected)
  }

  private var foundInWords: String {
    guard position < bytes.count else { return endName }
    let tail = bytes[position..<min(position + 4, bytes.count)]
    guard let scalar = String(decoding: tail, as: UTF8.self).unicodeScalars.first else { return endName }
    return VisibleText.quoting(String(scalar))
  }
}
