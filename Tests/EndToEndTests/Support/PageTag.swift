/// A start tag of a page, with the text that follows it.
///
/// A second reader of our pages, which shares nothing with the program's own: it expects what the program should
/// write, attributes in quotes, and reads on whatever it finds.
struct PageTag {
  /// The element's name in lowercase.
  var name: String
  /// The attributes, their values with the references that Assay writes resolved.
  var attributes: [String: String]
  /// The source from the end of this tag to the next `<`; of scripts and style sheets, all of it.
  var text: String

  /// The start tags of a page in their order.
  static func all(in page: String) -> [PageTag] {
    var reader = Reader(bytes: Array(page.utf8))
    return reader.tags()
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    mutating func tags() -> [PageTag] {
      var tags: [PageTag] = []
      while skip(through: "<") {
        if starts("!--") {
          _ = skip(through: "-->")
        } else if position < bytes.count, Self.isLetter(bytes[position]) {
          var tag = tag()
          let start = position
          let end = ["script", "style"].contains(tag.name) ? "</" + tag.name : "<"
          tag.text = String(decoding: bytes[start..<find(end)], as: UTF8.self)
          position = start + (end == "<" ? 0 : tag.text.utf8.count)
          tags.append(tag)
        }
      }
      return tags
    }

    private mutating func tag() -> PageTag {
      let name = word { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
      var tag = PageTag(name: name.lowercased(), attributes: [:], text: "")
      while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
        let key = word { !Self.isSpace($0) && !"=>/".utf8.contains($0) }.lowercased()
        guard !key.isEmpty else {
          position += 1
          continue
        }
        tag.attributes[key] = starts("=") ? value() : ""
      }
      position += 1
      return tag
    }

    private mutating func value() -> String {
      position += 1
      guard position < bytes.count, "\"'".utf8.contains(bytes[position]) else {
        return word { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
      }
      let quote = bytes[position]
      position += 1
      let value = word { $0 != quote }
      position += 1
      return value.replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
      let start = position
      while position < bytes.count, belongs(bytes[position]) { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func starts(_ text: String) -> Bool {
      bytes[min(position, bytes.count)...].starts(with: text.utf8)
    }

    private func find(_ text: String) -> Int {
      let wanted = Array(text.utf8)
      var place = position
      while place < bytes.count, !bytes[place...].starts(with: wanted) { place += 1 }
      return place
    }

    private mutating func skip(through text: String) -> Bool {
      position = find(text)
      guard position < bytes.count else { return false }
      position += text.utf8.count
      return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  }
}
