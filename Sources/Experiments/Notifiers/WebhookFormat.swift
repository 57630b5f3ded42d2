import Diagnostics
import Markup

/// What JSON a webhook is sent.
public enum WebhookFormat: String, Hashable, Sendable, CaseIterable {
  /// `{"text": …}` for Slack, in which `&`, `<` and `>` are escaped, so that a message can name nobody and link nowhere.
  case slack
  /// `{"text": …}` for Mattermost, the message as a block of code, in which nothing is markup.
  case mattermost
  /// `{"schema_version": 1, "message": …}` for anything else.
  case json

  /// How many Unicode scalars of a message are sent: Slack takes 40,000 characters, Mattermost 16,383.
  var scalarLimit: Int {
    switch self {
    case .slack: 30_000
    case .mattermost: 12_000
    case .json: 200_000
    }
  }

  /// The body of the request, in UTF-8.
  func body(_ message: String) -> [UInt8] {
    let head = String(message.unicodeScalars.prefix(scalarLimit))
    let text = head.utf8.count < message.utf8.count ? head + "\n…" : head
    var json = JSONWriter()
    json.object { json in
      switch self {
      case .slack: json.member("text", Self.escapedForSlack(text))
      case .mattermost: json.member("text", Self.codeBlock(text))
      case .json:
        json.member("schema_version", 1)
        json.member("message", text)
      }
    }
    return json.bytes
  }

  private static func escapedForSlack(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text between fences that are longer than any row of backticks in it.
  private static func codeBlock(_ text: String) -> String {
    var longest = 2
    var row = 0
    for byte in text.utf8 {
      row = byte == UInt8(ascii: "`") ? row + 1 : 0
      longest = max(longest, row)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)\n\(text)\n\(fence)"
  }
}
