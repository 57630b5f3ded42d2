/// A link that may stand in a page: it leads into the site, to the web, or to a mail program, and runs nothing.
///
/// ```swift
/// SafeURL(path: "runs/a b/index.html", fragment: "roc").string  // "runs/a%20b/index.html#roc"
/// SafeURL(link: "javascript:alert(1)")                          // nil
/// ```
package struct SafeURL: Hashable, Sendable {
  /// The link in ASCII, percent-encoded.
  package let string: String

  init(encoded string: String) {
    self.string = string
  }

  /// A path relative to the page, with `/` between segments, each encoded by itself.
  ///
  /// The result is always relative: a colon is encoded, and a leading slash gets a dot before it.
  package init(path: String, fragment: String? = nil) {
    var bytes: [UInt8] = []
    if path.utf8.first == UInt8(ascii: "/") { bytes.append(UInt8(ascii: ".")) }
    bytes.appendPercentEncoded(path.utf8) { Self.isUnreserved($0) || $0 == UInt8(ascii: "/") }
    if let fragment { bytes.appendFragment(fragment) }
    self.init(encoded: String(decoding: bytes, as: UTF8.self))
  }

  /// A place in the same page.
  package static func fragment(_ id: String) -> SafeURL {
    SafeURL(path: "", fragment: id)
  }

  /// A link that somebody wrote: relative, `#fragment`, `https:`, `http:` or `mailto:`; anything else is refused.
  ///
  /// Refused are all other schemes, however spelt, addresses that start with a slash or backslash, and empty links.
  /// Percent-escapes are kept; what a URL cannot hold is encoded.
  package init?(link: String) {
    guard let first = link.utf8.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "\\") else {
      return nil
    }
    // A browser drops control characters and leading spaces before it looks for the scheme. Whatever precedes the
    // first colon must therefore be an allowed scheme as it stands, or not be a scheme at all.
    let head = link.utf8.prefix { !"/?#".utf8.contains($0) }
    if let colon = head.firstIndex(of: UInt8(ascii: ":")) {
      let scheme = String(decoding: head[..<colon].map { $0 | 0x20 }, as: UTF8.self)
      let rest = link.utf8[link.utf8.index(after: colon)...]
      switch scheme {
      case "https", "http": guard rest.starts(with: "//".utf8), rest.count > 2 else { return nil }
      case "mailto": guard !rest.isEmpty else { return nil }
      default: return nil
      }
    }
    var bytes: [UInt8] = []
    bytes.appendPercentEncoded(link.utf8) { Self.isUnreserved($0) || Self.isReserved($0) }
    self.init(encoded: String(decoding: bytes, as: UTF8.self))
  }

  /// RFC 3986, 2.3.
  static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~".utf8.contains(byte)
    }
  }

  /// RFC 3986, 2.2, and the percent sign of escapes.
  private static func isReserved(_ byte: UInt8) -> Bool {
    ":/?#[]@!$&'()*+,;=%".utf8.contains(byte)
  }
}

extension [UInt8] {
  fileprivate mutating func appendFragment(_ id: String) {
    append(UInt8(ascii: "#"))
    appendPercentEncoded(id.utf8, except: SafeURL.isUnreserved)
  }

  fileprivate mutating func appendPercentEncoded(
    _ source: some Sequence<UInt8>, except isPlain: (UInt8) -> Bool
  ) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in source {
      if isPlain(byte) {
        append(byte)
      } else {
        append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
  }
}
