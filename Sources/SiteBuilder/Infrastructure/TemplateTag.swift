import Diagnostics

/// One tag of a template, `{{…}}`, before tags are put into a tree.
struct TemplateTag {
  /// The sign behind the opening braces; nothing for a plain name.
  var sign: UInt8?
  /// What follows the sign, without blanks around it.
  var name: String
  /// Where the opening braces are.
  var place: SourcePlace
  /// Where the name and the blanks around it are, in bytes of the template.
  var range: Range<Int>
}

/// Reads the tags of a template one after the other.
struct TemplateTagReader {
  private let path: String
  private let bytes: [UInt8]
  private var position = 0
  private var lineStart = 0
  private var line = 1

  /// A reader at the beginning of a template.
  init(_ source: TemplateSource) {
    path = source.path
    bytes = Array(source.text.utf8)
  }

  /// The next tag that is no comment; nothing at the end.
  ///
  /// - Throws: a diagnostic for a tag without end, after which no other can be read.
  mutating func next() throws(TemplateSyntaxError) -> TemplateTag? {
    while let start = find("{{") {
      let place = place(of: start)
      position = start + 2
      var sign: UInt8?
      if position < bytes.count, "#^/!{&><$=%".utf8.contains(bytes[position]) {
        sign = bytes[position]
        position += 1
      }
      let close = sign == UInt8(ascii: "{") ? "}}}" : "}}"
      guard let end = find(close) else {
        throw TemplateSyntaxError(place: place, found: "a tag without end", expected: "a closing \(close)")
      }
      let text = bytes[position..<end]
      position = end + close.utf8.count
      if sign == UInt8(ascii: "!") { continue }
      return TemplateTag(sign: sign, name: Self.trimmed(text), place: place, range: text.indices)
    }
    return nil
  }

  private func find(_ word: String) -> Int? {
    let word = Array(word.utf8)
    var start = position
    while let found = bytes[start...].firstIndex(of: word[0]) {
      if bytes[found...].starts(with: word) { return found }
      start = found + 1
    }
    return nil
  }

  private mutating func place(of start: Int) -> SourcePlace {
    while let newline = bytes[lineStart..<start].firstIndex(of: UInt8(ascii: "\n")) {
      line += 1
      lineStart = newline + 1
    }
    return SourcePlace(path: path, line: line, column: start - lineStart + 1)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A tag that cannot be used.
struct TemplateSyntaxError: Error {
  var place: SourcePlace
  var found: String
  var expected: String

  /// The error as a diagnostic.
  var diagnostic: Diagnostic {
    Diagnostic(.error, .init("template.syntax"), at: place, found: found, expected: expected)
  }
}
