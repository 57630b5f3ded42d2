import Diagnostics

extension RemoteAddress {
  /// The remote address that `text` is, or nil if it is a path of this machine.
  static func recognising(_ text: String) throws(RemoteError) -> RemoteAddress? {
    if let scheme = text.firstRange(of: "://"), !text[..<scheme.lowerBound].contains("/") {
      try refuseCombinedSigns(in: text)
      return try withScheme(text[..<scheme.lowerBound].lowercased(), text[scheme.upperBound...], text)
    }
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      !text.utf8[..<colon].contains(UInt8(ascii: "/"))
    else { return nil }
    let name = text[..<colon]
    if name.isEmpty || name.contains(",") {
      throw RemoteError(
        .credentialsInAddress, address: String(name.prefix { $0 != "," }) + ":…",
        detail:
          "Connection strings of rclone are refused, because every user of a machine can read arguments. "
          + "Configure a remote by “rclone config” and write its name, as in remote:path.")
    }
    guard name.utf8.count > 1, isRemoteName(name) else { return nil }
    try refuseCombinedSigns(in: text)
    return try configured(String(name), text[text.utf8.index(after: colon)...], text)
  }

  /// Refuses a sign with a combining mark, which is no such sign to the eye and may be one to a program.
  private static func refuseCombinedSigns(in text: String) throws(RemoteError) {
    let signs = Set<Unicode.Scalar>([":", "/", "@", ",", "=", ".", "-", "~"])
    guard
      text.contains(where: { character in
        character.unicodeScalars.count > 1 && character.unicodeScalars.contains(where: signs.contains)
      })
    else { return }
    throw RemoteError(
      .invalidAddress, address: "…", detail: "This address holds a sign with a combining mark; it is refused."
    )
  }

  private static func configured(
    _ name: String, _ rest: Substring, _ text: String
  ) throws(RemoteError) -> RemoteAddress {
    if rest.prefix(while: { $0 != "/" }).contains("@") { throw credentials(in: text) }
    // The path of a configured remote may be absolute, such as on a machine by SFTP.
    let isAbsolute = rest.hasPrefix("/")
    let path = try checkedPath(isAbsolute ? rest.dropFirst() : rest, text)
    return RemoteAddress(.configured(name), path: isAbsolute ? "/" + path : path)
  }

  private static func withScheme(
    _ scheme: String, _ rest: Substring, _ text: String
  ) throws(RemoteError) -> RemoteAddress {
    let authority = rest.prefix { $0 != "/" }
    let path = try checkedPath(rest.dropFirst(authority.count).dropFirst(), text)
    switch scheme {
    case "s3": return try inBucket(.s3, authority, path, text)
    case "gs": return try inBucket(.googleCloud, authority, path, text)
    case "az": return try inBucket(.azure, authority, path, text)
    case "sftp":
      let inHome = path == "~" ? "" : path.hasPrefix("~/") ? String(path.dropFirst(2)) : nil
      return RemoteAddress(.sftp(try host(authority, text)), path: inHome ?? "/" + path)
    case "webdav", "webdavs":
      return RemoteAddress(.webDAV(try host(authority, text), isSecure: scheme == "webdavs"), path: path)
    default:
      throw RemoteError(
        .invalidAddress, address: text,
        detail: "The scheme \(VisibleText.quoting(scheme)) is unknown. There are s3, gs, az, sftp, webdav, "
          + "webdavs, file, and remote:path for what is in rclone’s configuration.")
    }
  }

  private static func inBucket(
    _ store: RemoteStore, _ bucket: Substring, _ path: String, _ text: String
  ) throws(RemoteError) -> RemoteAddress {
    if bucket.contains("@") { throw credentials(in: text) }
    guard isName(bucket, also: "._-$") else {
      throw RemoteError(
        .invalidAddress, address: text,
        detail: "A bucket’s name was expected after the scheme: letters, digits, “.”, “-” and “_”.")
    }
    return RemoteAddress(store, path: FilePath.join(String(bucket), path))
  }

  private static func host(_ authority: Substring, _ text: String) throws(RemoteError) -> RemoteHost {
    var rest = authority
    var user: String?
    if let at = rest.lastIndex(of: "@") {
      guard !rest[..<at].contains(":") else { throw credentials(in: text) }
      user = String(rest[..<at])
      rest = rest[rest.index(after: at)...]
    }
    var port: Int?
    if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("]") {
      port = Int(rest[rest.index(after: colon)...])
      guard let number = port, (1...65535).contains(number) else {
        throw RemoteError(.invalidAddress, address: text, detail: "A port is a number from 1 to 65535.")
      }
      rest = rest[..<colon]
    }
    let isBracketed = rest.hasPrefix("[") && rest.hasSuffix("]")
    let isHost =
      isBracketed
      ? rest.dropFirst().dropLast().utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit || $0 == 0x3A }
      : isName(rest, also: ".-_")
    guard isHost, user.map({ isName($0[...], also: "._-+@") }) ?? true else {
      throw RemoteError(
        .invalidAddress, address: text,
        detail: "A machine’s name was expected after the scheme, as in sftp://user@host/path.")
    }
    return RemoteHost(user: user, name: String(rest), port: port)
  }

  /// The path without a slash at its end; refuses what could mean another place than it says.
  private static func checkedPath(_ path: Substring, _ text: String) throws(RemoteError) -> String {
    var trimmed = path
    while trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard !trimmed.isEmpty else { return "" }
    if let problem = RemotePath.problem(ofAddressPath: String(trimmed)) {
      throw RemoteError(.invalidAddress, address: text, detail: "This path is refused: \(problem).")
    }
    return String(trimmed)
  }

  private static func credentials(in text: String) -> RemoteError {
    RemoteError(
      .credentialsInAddress, address: text,
      detail:
        "An address holds no password. Put credentials where rclone finds them: environment variables such "
        + "as AWS_ACCESS_KEY_ID, the files of the cloud’s own tools, an SSH agent, or “rclone config”.")
  }

  private static func isRemoteName(_ name: Substring) -> Bool {
    isName(name, also: "_. -") && name.last != " " && name.utf8.contains { isLetterOrDigit($0) }
  }

  /// Whether a text is of letters and digits of ASCII and some signs, and begins with none that could mislead.
  private static func isName(_ text: Substring, also signs: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: " "),
      text.utf8.count <= 255
    else { return false }
    return text.utf8.allSatisfy { isLetterOrDigit($0) || signs.utf8.contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }
}
