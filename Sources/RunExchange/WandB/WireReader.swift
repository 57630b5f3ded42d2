/// Walks over the fields of a protobuf message, without knowing what the message is.
///
/// Only what newer writers use is read: numbers of variable length, numbers of four or eight bytes, and bytes with
/// their length. A message within a message is bytes, over which another reader walks: nothing here recurses.
///
/// ```swift
/// var reader = WireReader([0x08, 0x96, 0x01][...])
/// try reader.next()  // field 1, the number 150
/// ```
struct WireReader {
  /// A field that was read.
  struct Field {
    /// Which field of the message it is.
    var number: Int
    /// Its content.
    var content: Content
  }

  /// What a field holds.
  enum Content {
    /// A number of variable length, or of four or eight bytes, as its bits.
    case number(UInt64)
    /// Bytes: a text, a message or bytes.
    case bytes(ArraySlice<UInt8>)
  }

  /// What is wrong with a message, as the object of “found …”.
  struct Fault: Error {
    /// The words.
    var found: String
  }

  private var rest: ArraySlice<UInt8>

  /// A walk over `message`.
  init(_ message: ArraySlice<UInt8>) {
    rest = message
  }

  /// The next field; none at the end.
  ///
  /// - Throws: ``Fault`` for a field that is cut off, a number of more than ten bytes, a field number that is not 1 to
  ///   2²⁹ − 1, and the two ways of writing a field that are not read.
  mutating func next() throws(Fault) -> Field? {
    guard !rest.isEmpty else { return nil }
    let key = try varint()
    let number = key >> 3
    guard (1..<1 << 29).contains(number) else { throw Fault(found: "the field number \(number)") }
    switch key & 7 {
    case 0: return Field(number: Int(number), content: .number(try varint()))
    case 1: return Field(number: Int(number), content: .number(Self.littleEndian(try take(8))))
    case 5: return Field(number: Int(number), content: .number(Self.littleEndian(try take(4))))
    case 2: return Field(number: Int(number), content: .bytes(try take(try varint())))
    default: throw Fault(found: "a field of the wire type \(key & 7)")
    }
  }

  private mutating func varint() throws(Fault) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<10 as Range<UInt64> {
      guard let byte = rest.popFirst() else { throw Fault(found: "a number that is cut off") }
      value |= UInt64(byte & 0x7F) << (7 * index)
      if byte < 0x80 { return value }
    }
    throw Fault(found: "a number of more than ten bytes")
  }

  private mutating func take(_ count: UInt64) throws(Fault) -> ArraySlice<UInt8> {
    guard count <= UInt64(rest.count) else { throw Fault(found: "a field that is cut off") }
    defer { rest = rest.dropFirst(Int(count)) }
    return rest.prefix(Int(count))
  }

  private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension WireReader.Content {
  /// The bytes as text, what is not UTF-8 being replaced by U+FFFD; none for a number.
  var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  /// The bytes; none for a number.
  var bytes: ArraySlice<UInt8>? { if case .bytes(let bytes) = self { bytes } else { nil } }

  /// The number as a signed one; none for bytes.
  var integer: Int64? { if case .number(let bits) = self { Int64(bitPattern: bits) } else { nil } }
}

extension WireReader {
  /// Calls `visit` with each field of `message`.
  static func walk(
    _ message: ArraySlice<UInt8>, _ visit: (Int, Content) throws(Fault) -> Void
  ) throws(Fault) {
    var reader = WireReader(message)
    while let field = try reader.next() { try visit(field.number, field.content) }
  }
}
