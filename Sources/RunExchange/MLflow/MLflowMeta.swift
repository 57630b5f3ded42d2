import FileFormats

/// The fields of a `meta.yaml`: a flat mapping.
struct MLflowMeta: Sendable {
  private var fields: [(key: String, value: String?)] = []

  /// More fields than MLflow writes, few enough to look along them.
  private static let flatLimit = 64

  /// The fields of a file in the flat form that MLflow writes; nil for any other, which ``init(_:)`` may read.
  ///
  /// Each line is `key: value`, the value being plain text of harmless bytes, text in single quotes without further
  /// ones, `null`, or an empty list or mapping. What is null or empty is no field.
  init?(flat bytes: [UInt8]) {
    let isFlat = bytes.withUnsafeBufferPointer { buffer -> Bool in
      var start = 0
      while start < buffer.count {
        let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
        guard addFlat(UnsafeBufferPointer(rebasing: buffer[start..<end])) else { return false }
        start = end + 1
      }
      return !buffer.isEmpty
    }
    guard isFlat else { return nil }
  }

  /// The fields of a mapping; those that are lists or mappings themselves are passed over.
  init(_ node: YAMLNode) {
    for pair in node.mapping ?? [] {
      guard let key = pair.key.scalar?.text, let value = pair.value.scalar, !value.isNull else { continue }
      fields.append((key, value.text))
    }
  }

  /// A field's text; nil if it is not there, null or no text.
  subscript(_ key: String) -> String? {
    fields.first { $0.key.utf8.elementsEqual(key.utf8) }?.value ?? nil
  }

  /// A field as a whole number.
  func integer(_ key: String) -> Int64? { self[key].flatMap { Int64($0) } }

  /// Adds the field of one line; false if it is not of the flat form or there already.
  private mutating func addFlat(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 2 < line.count,
      line[colon + 1] == UInt8(ascii: " "), line[..<colon].allSatisfy(Self.isKeyByte)
    else { return false }
    let key = String(decoding: line[..<colon], as: UTF8.self)
    guard fields.count < Self.flatLimit, !fields.contains(where: { $0.key.utf8.elementsEqual(key.utf8) })
    else { return false }
    var value = line[(colon + 2)...]
    if value.first == UInt8(ascii: "'") {
      value = value.dropFirst()
      guard value.last == UInt8(ascii: "'") else { return false }
      value = value.dropLast()
      guard value.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "'") }) else { return false }
    } else if value.elementsEqual("null".utf8) || value.elementsEqual("[]".utf8)
      || value.elementsEqual("{}".utf8)
    {
      fields.append((key, nil))
      return true
    } else if !Self.isPlain(value) {
      return false
    }
    fields.append((key, String(decoding: value, as: UTF8.self)))
    return true
  }

  /// Whether a value means its own text: it begins with a letter, a digit or a slash, ends with no blank, and holds
  /// neither a mapping's colon nor a comment.
  private static func isPlain(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = value.first, let last = value.last, isKeyByte(first) || first == UInt8(ascii: "/"),
      last != UInt8(ascii: " "), last != UInt8(ascii: ":")
    else { return false }
    var previous: UInt8 = 0
    for byte in value {
      guard (0x20..<0x7F).contains(byte) else { return false }
      if byte == UInt8(ascii: " "), previous == UInt8(ascii: ":") { return false }
      if byte == UInt8(ascii: "#"), previous == UInt8(ascii: " ") { return false }
      previous = byte
    }
    return !value.elementsEqual("Null".utf8) && !value.elementsEqual("NULL".utf8)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
