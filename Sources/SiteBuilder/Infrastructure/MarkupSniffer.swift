/// Looks whether a file is markup, as a browser that sniffs would.
enum MarkupSniffer {
  /// The first tag behind a byte order mark, blanks, comments and processing instructions, in lower case and without
  /// its attributes, such as `svg` or `!doctype html`; nothing if the file begins otherwise.
  static func rootElement(of bytes: [UInt8]) -> String? {
    var rest = bytes.prefix(1 << 16)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while true {
      rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      guard rest.first == UInt8(ascii: "<") else { return nil }
      rest = rest.dropFirst()
      if rest.starts(with: "!--".utf8) {
        rest = after("-->", in: rest)
      } else if rest.first == UInt8(ascii: "?") {
        rest = after("?>", in: rest)
      } else {
        let name = word(rest)
        guard name == "!doctype" else { return name.isEmpty ? nil : name }
        let type = word(rest.dropFirst(name.utf8.count + 1))
        if type == "html" { return "!doctype html" }
        rest = after(">", in: rest)
      }
    }
  }

  /// Whether a browser might take the file for markup: something that looks like a tag stands near its start.
  static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1_024)
    return zip(head, head.dropFirst()).contains { first, second in
      first == UInt8(ascii: "<")
        && ((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(second | 0x20) || "!?/".utf8.contains(second))
    }
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> String {
    let name = bytes.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    return String(decoding: name.prefix(40), as: UTF8.self).lowercased()
  }

  private static func after(_ end: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while !rest.isEmpty, !rest.starts(with: end.utf8) { rest = rest.dropFirst() }
    return rest.dropFirst(end.utf8.count)
  }
}
