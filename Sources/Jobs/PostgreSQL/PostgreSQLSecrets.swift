#if PostgreSQL
  import Diagnostics

  /// What must not be said of an address, whoever says it.
  ///
  /// libpq and servers say no passwords of their own accord; but what they quote of a host or a setting may be one that
  /// somebody wrote in the wrong place.
  struct PostgreSQLSecrets: Sendable {
    private let texts: [String]

    /// The passwords of an address.
    init(_ address: PostgreSQLAddress) {
      texts =
        ([address.password]
        + address.options.filter { $0.name.contains("password") || $0.name.contains("secret") }.map(\.value))
        .compactMap(\.self).filter { !$0.isEmpty }
    }

    /// `words` in one line, shown so that they cannot say something else, without the secrets.
    ///
    /// Leaving a secret of one or two characters out of a text would show where it stood, so then the text is left out.
    func hiding(_ words: String) -> String {
      var bytes = Array(words.utf8)
      for secret in texts where Self.position(of: Array(secret.utf8), in: bytes[...]) != nil {
        guard secret.utf8.count > 2 else { return "what was said holds the password" }
        bytes = Self.replacing(Array(secret.utf8), in: bytes)
      }
      let lines = String(decoding: bytes.prefix(2000), as: UTF8.self).split(whereSeparator: \.isNewline)
      let line = lines.map { $0.trimmingBlanks }.joined(separator: "; ")
      return VisibleText.escaping(line.isEmpty ? "no reason was given" : line)
    }

    private static func position(of secret: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
      guard bytes.count >= secret.count else { return nil }
      return (bytes.startIndex...bytes.endIndex - secret.count).first { bytes[$0...].starts(with: secret) }
    }

    private static func replacing(_ secret: [UInt8], in bytes: [UInt8]) -> [UInt8] {
      var (result, rest): ([UInt8], ArraySlice<UInt8>) = ([], bytes[...])
      while let place = position(of: secret, in: rest) {
        result += rest[..<place] + Array("…".utf8)
        rest = rest[(place + secret.count)...]
      }
      return result + rest
    }
  }

  extension Substring {
    /// The text without blanks and tabs at both ends.
    fileprivate var trimmingBlanks: Substring {
      var text = self.drop { $0 == " " || $0 == "\t" }
      while text.last == " " || text.last == "\t" { text.removeLast() }
      return text
    }
  }
#endif
