extension HiddenSecrets {
  /// What of an address must not be shown, as a server might repeat it.
  ///
  /// The whole, its path, what stands between `/`, `?`, `&`, `;`, `=` and `#`, and the same with `%41` decoded and `+` as
  /// a blank. The names in a query such as `token=…` are words and stay.
  ///
  /// ```swift
  /// HiddenSecrets.parts(ofAddress: "/hook?token=a%2Bbcd")  // among others "hook", "a%2Bbcd", "a+bcd"
  /// ```
  ///
  /// - Parameter address: What follows the host.
  /// - Returns: The texts, some of them twice or too short to be hidden.
  static func parts(ofAddress address: String) -> [String] {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    var parts = [address, String(path)]
    for piece in address.split(whereSeparator: { "/?&;#".contains($0) }) {
      let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = sides[sides.count - 1]
      parts.append(String(value))
      parts += value.split(separator: "=").map(String.init)
    }
    return parts + parts.flatMap { [decoded($0, plusIsBlank: false), decoded($0, plusIsBlank: true)] }
  }

  /// A password, and what the commands `AUTH PLAIN` (RFC 4616) and `AUTH LOGIN` send of it, with and without `=` at the end.
  ///
  /// - Parameters:
  ///   - password: The password.
  ///   - account: The account.
  /// - Returns: The texts.
  static func forms(ofPassword password: String, account: String) -> [String] {
    let encoded = ["\(password)", "\0\(account)\0\(password)", "\(account)\0\(account)\0\(password)"]
      .map { MailHeaders.base64(Array($0.utf8)) }
    let bare = encoded.map { text in String(text.prefix { $0 != "=" }) }
    return [password] + encoded + bare
  }

  /// `text` with `%` and two hexadecimal digits as the byte that they mean; what is no such thing stays.
  private static func decoded(_ text: String, plusIsBlank: Bool) -> String {
    var rest = Array(text.utf8)[...]
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(UInt8(truncatingIfNeeded: digits[0] * 16 + digits[1]))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
