import Diagnostics

/// An address of e-mail that can stand in a header and in an envelope without saying anything else.
enum MailAddress {
  /// What is wrong with `address`, or nil if nothing is.
  ///
  /// Taken are addresses in ASCII with one `@`, without blanks, control characters, brackets, commas or quotes: what could
  /// end a header, begin another or name a second mailbox is refused.
  ///
  /// ```swift
  /// MailAddress.problem(of: "ada@example.org")          // nil
  /// MailAddress.problem(of: "ada@example.org\nBcc: x")  // it holds a blank or a character that cannot stand there
  /// ```
  static func problem(of address: String) -> String? {
    if address.isEmpty { return "it is empty" }
    if address.utf8.count > 254 { return "it has more than 254 bytes" }
    let forbidden = Set("<>()[]\\,;:\" ".utf8)
    guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !forbidden.contains($0) }) else {
      return "it holds a blank or a character that cannot stand there"
    }
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return "it is not name@host" }
    return HostName.isValid(Substring(parts[1]), allowsPort: false) ? nil : "it is not name@host"
  }
}
