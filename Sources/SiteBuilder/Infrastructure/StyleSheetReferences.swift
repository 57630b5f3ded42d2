/// The references of a style sheet: every `url(…)`, and the places of `@import`.
struct StyleSheetReferences {
  private struct Reference {
    var range: Range<Int>
    var text: String
    var line: Int
  }

  /// The lines, counted from 1, that hold an `@import`.
  private(set) var imports: [Int] = []
  private let bytes: [UInt8]
  private var references: [Reference] = []

  /// Finds the references; comments and strings outside `url(…)` hold none.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var position = 0
    var line = 1
    while position < bytes.count {
      let start = position
      switch bytes[position] {
      case UInt8(ascii: "/") where starts("/*", at: position):
        position = end(of: "*/", from: position + 2)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        position = endOfString(from: position)
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        position = starts("url(", at: position) ? readURL(at: position, line: line) : position + 1
      case UInt8(ascii: "@"):
        if starts("@import", at: position) { imports.append(line) }
        position += 1
      default:
        position += 1
      }
      line += bytes[start..<min(position, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    }
  }

  /// The text and line of each reference.
  var locations: [(text: String, line: Int)] { references.map { ($0.text, $0.line) } }

  /// The style sheet with each reference replaced by what `replacement` gives for its text and line, or left.
  func replacing(_ replacement: (_ reference: String, _ line: Int) -> String?) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for reference in references {
      guard let text = replacement(reference.text, reference.line) else { continue }
      result += bytes[position..<reference.range.lowerBound]
      result += Array("url(\"\(text)\")".utf8)
      position = reference.range.upperBound
    }
    return result + bytes[position...]
  }

  private mutating func readURL(at start: Int, line: Int) -> Int {
    var position = start + 4
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
    var text: ArraySlice<UInt8>
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") {
      let stringEnd = endOfString(from: position)
      text = bytes[position + 1..<max(position + 1, stringEnd - 1)]
      position = end(of: ")", from: stringEnd)
    } else {
      let close = end(of: ")", from: position)
      text = bytes[position..<max(position, close - 1)]
      position = close
    }
    while let last = text.last, isSpace(last) { text.removeLast() }
    let reference = String(decoding: text, as: UTF8.self)
    references.append(Reference(range: start..<position, text: reference, line: line))
    return position
  }

  private func starts(_ word: String, at position: Int) -> Bool {
    let found = bytes[position...].prefix(word.utf8.count).lazy.map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
    }
    return found.elementsEqual(word.utf8)
  }

  private func end(of word: String, from position: Int) -> Int {
    var position = position
    while position < bytes.count {
      if starts(word, at: position) { return position + word.utf8.count }
      position += 1
    }
    return bytes.count
  }

  private func endOfString(from start: Int) -> Int {
    var position = start + 1
    while position < bytes.count {
      if bytes[position] == bytes[start] { return position + 1 }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes.count
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
