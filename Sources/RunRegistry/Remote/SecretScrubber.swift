import Diagnostics

/// Takes out of a text what must not be shown: values of secret environment variables, and passwords in addresses.
struct SecretScrubber: Sendable {
  /// What stands in place of a secret.
  static let mark = "•••"

  private let secrets: [String]

  /// A scrubber of the values of all variables whose name contains KEY, SECRET, TOKEN, PASS or CREDENTIAL.
  ///
  /// Values of less than three bytes, `true` and `false` are left: they are no secrets, and nothing could be read any
  /// more without them.
  init(environment: [String: String]) {
    let words = ["KEY", "SECRET", "TOKEN", "PASS", "CREDENTIAL"]
    let values = environment.filter { name, value in
      let upper = name.uppercased()
      return value.utf8.count >= 3 && !["true", "false"].contains(value.lowercased())
        && words.contains { upper.contains($0) }
    }.values
    // The longest first, so that no rest of a long one stays behind a short one.
    secrets = Set(values).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// The text without secrets, with control characters made visible.
  func scrub(_ text: String) -> String {
    var result = text
    // By scalars: a combining mark behind a secret must not hide it.
    for secret in secrets {
      let scalars = result.unicodeScalars.replacing(secret.unicodeScalars, with: Self.mark.unicodeScalars)
      result = String(scalars)
    }
    for name in ["Authorization:", "X-Amz-Signature=", "X-Amz-Credential=", "X-Amz-Security-Token=", "sig="] {
      result = Self.hidingValue(of: name, in: result)
    }
    return VisibleText.escaping(Self.withoutUserInfo(result))
  }

  /// The text with every `//user:password@` and `user:password@` shown without the password.
  static func withoutUserInfo(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.contains("@"), scalars.contains(":") else { return text }
    let words = scalars.split(separator: " ", omittingEmptySubsequences: false).map { word in
      var rest = word
      if let slashes = rest.firstRange(of: "//".unicodeScalars) { rest = rest[slashes.upperBound...] }
      // The last “@” counts: a password may hold one, and slashes too.
      guard let at = rest.lastIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") else {
        return String(word)
      }
      return String(word[...colon]) + mark + String(word[at...])
    }
    return words.joined(separator: " ")
  }

  private static func hidingValue(of name: String, in text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let found = rest.firstRange(of: name.unicodeScalars) {
      result += rest[..<found.upperBound]
      result += mark.unicodeScalars
      rest = rest[found.upperBound...].drop { $0 == " " }
      // A scheme and its credentials are two words.
      let isHeader = name.hasSuffix(":")
      rest = rest.drop { !["\n", "\r", "&", "\""].contains($0) && (isHeader || $0 != " ") }
    }
    return String(result) + String(rest)
  }
}
