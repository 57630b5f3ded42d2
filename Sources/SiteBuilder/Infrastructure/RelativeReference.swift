/// A link to another file of the same site: no scheme, no host, no leading slash.
package struct RelativeReference: Hashable, Sendable {
  /// The path, decoded and split at its slashes; empty when the link stays on its page.
  package let segments: [String]
  /// The part behind `#`, decoded.
  package let fragment: String?

  /// Takes `reference` apart; nothing if it leads outside the site or is absolute.
  package init?(_ reference: String) {
    let bytes = reference.utf8
    let end = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
    fragment =
      end == bytes.endIndex
      ? nil : String(decoding: PercentEncoding.decode(bytes[bytes.index(after: end)...]), as: UTF8.self)
    let path = bytes[..<end].prefix { $0 != UInt8(ascii: "?") }
    guard path.first != UInt8(ascii: "/"), !path.contains(UInt8(ascii: "\\")) else { return nil }
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.first?.contains(UInt8(ascii: ":")) != true else { return nil }
    segments = path.isEmpty ? [] : parts.map { String(decoding: PercentEncoding.decode($0), as: UTF8.self) }
  }

  /// The file it leads to from the file at `page`; nothing if that lies outside the site or is a folder.
  package func resolved(from page: Route) -> Route? {
    guard let name = segments.last else { return page }
    guard name != ".", name != ".." else { return nil }
    var path = Array(page.segments.dropLast())
    for segment in segments {
      switch segment {
      case ".": continue
      case "..":
        guard !path.isEmpty else { return nil }
        path.removeLast()
      default: path.append(segment)
      }
    }
    return Route(validating: path)
  }
}
