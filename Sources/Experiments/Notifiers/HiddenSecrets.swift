import Diagnostics

/// Takes secrets out of what others say.
struct HiddenSecrets {
  private let secrets: [[UInt8]]

  /// Hides `secrets`; texts of fewer than four bytes are none, since they stand in half of all words.
  init(_ secrets: [String]) {
    self.secrets = secrets.map { Array($0.utf8) }.filter { $0.count >= 4 }.sorted { $0.count > $1.count }
  }

  /// `text` with `…` for each secret, and visible.
  ///
  /// - Parameters:
  ///   - text: What somebody said.
  ///   - limit: How many Unicode scalars of it are kept.
  /// - Returns: What may be shown.
  func text(_ text: String, limit: Int = 500) -> String {
    var rest = Array(text.utf8)[...]
    var result: [UInt8] = []
    while let byte = rest.first {
      if let secret = secrets.first(where: { rest.starts(with: $0) }) {
        result.append(contentsOf: "…".utf8)
        rest = rest.dropFirst(secret.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    let shown = String(decoding: result, as: UTF8.self)
    let head = String(shown.unicodeScalars.prefix(limit))
    return VisibleText.escaping(head) + (head.utf8.count < shown.utf8.count ? "…" : "")
  }
}
