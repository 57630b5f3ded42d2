/// Names of machines, as they may stand in an address.
enum HostName {
  /// Whether `text` is a name, an IPv4 address or an IPv6 address in brackets, with a port if that is allowed.
  static func isValid(_ text: some StringProtocol, allowsPort: Bool) -> Bool {
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "[") {
      guard let end = bytes.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let inner = bytes[bytes.startIndex + 1..<end]
      guard inner.contains(UInt8(ascii: ":")),
        inner.allSatisfy({ isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E })
      else { return false }
      bytes = bytes[(end + 1)...]
      return bytes.isEmpty || (allowsPort && isPort(bytes))
    }
    let name = bytes.prefix { $0 != UInt8(ascii: ":") }
    let rest = bytes.dropFirst(name.count)
    guard !name.isEmpty, name.count <= 253, name.first != UInt8(ascii: "-"),
      name.allSatisfy({ isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
    else { return false }
    return rest.isEmpty || (allowsPort && isPort(rest))
  }

  /// Whether `host`, with or without port, is this machine: `localhost`, `127.…` or `[::1]`.
  static func isLoopback(_ host: String) -> Bool {
    if host == "[::1]" || host.hasPrefix("[::1]:") { return true }
    let name = host.prefix { $0 != ":" }
    if name == "localhost" { return true }
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0].elementsEqual("127".utf8)
      && parts.allSatisfy { part in (1...3).contains(part.count) && part.allSatisfy(isDigit) }
  }

  private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    let digits = bytes.dropFirst()
    guard bytes.first == UInt8(ascii: ":"), (1...5).contains(digits.count), digits.allSatisfy(isDigit) else {
      return false
    }
    return (1...65_535).contains(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
