/// Finds the start tags of an HTML page.
struct TagReader {
  /// A start tag.
  struct Tag {
    /// The element's name in lower case.
    var name: String
    /// Names in lower case and values as written (see ``CharacterReferences``), in order.
    var attributes: [(name: String, value: ArraySlice<UInt8>)]
    /// The line where it starts, from 1.
    var line: Int
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var counted = 0

  /// A reader at the beginning of a page.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next start tag; comments, declarations, end tags and the content of scripts and styles are passed over.
  mutating func next() -> Tag? {
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start + 1
      if starts("!--") {
        skip(past: "-->")
      } else if position < bytes.count, Self.isLetter(bytes[position]) {
        line += bytes[counted..<start].count { $0 == UInt8(ascii: "\n") }
        counted = start
        var tag = Tag(name: readName(), attributes: [], line: line)
        while let attribute = readAttribute() { tag.attributes.append(attribute) }
        if ["script", "style", "textarea", "title"].contains(tag.name) { skip(past: "</" + tag.name) }
        return tag
      }
    }
    return nil
  }

  private mutating func readName() -> String {
    let start = position
    while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    return name.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      ? name.lowercased() : name
  }

  /// The next attribute of the tag; nothing at its end, which is passed.
  private mutating func readAttribute() -> (name: String, value: ArraySlice<UInt8>)? {
    while position < bytes.count, Self.isSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
      position += 1
    }
    guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else {
      position = min(position + 1, bytes.count)
      return nil
    }
    let start = position
    let name = readName()
    if position == start { position += 1 }
    skipSpaces()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return (name, []) }
    position += 1
    skipSpaces()
    return (name, readValue())
  }

  private mutating func readValue() -> ArraySlice<UInt8> {
    guard position < bytes.count else { return [] }
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      position = min(end + 1, bytes.count)
      return bytes[start..<end]
    }
    let start = position
    while position < bytes.count, !Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
      position += 1
    }
    return bytes[start..<position]
  }

  private mutating func skipSpaces() {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
  }

  private mutating func skip(past word: String) {
    while position < bytes.count {
      if starts(word) {
        position += word.utf8.count
        return
      }
      position += 1
    }
  }

  /// Whether `word`, which is in lower case, comes next in any case.
  private func starts(_ word: String) -> Bool {
    bytes[position...].prefix(word.utf8.count).lazy.map { Self.isLetter($0) ? $0 | 0x20 : $0 }
      .elementsEqual(word.utf8)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="): true
    default: isSpace(byte)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
