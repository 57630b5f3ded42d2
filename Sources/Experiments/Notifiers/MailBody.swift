/// The text of a mail in its two types.
enum MailBody {
  private static let scalarLimit = 200_000

  /// `message` as plain text with lines that end in CR LF.
  static func plain(_ message: String) -> [UInt8] {
    lines(cut(message)).joined(separator: "\r\n").utf8 + Array("\r\n".utf8)
  }

  /// `message` as a page of HTML, every character of it as text and every line break kept.
  static func html(_ message: String) -> [UInt8] {
    var html = Array("<!DOCTYPE html>\r\n<html><head><meta charset=\"utf-8\"></head><body>".utf8)
    html += Array("<pre style=\"white-space: pre-wrap\">".utf8)
    for byte in lines(cut(message)).joined(separator: "\r\n").utf8 {
      switch byte {
      case UInt8(ascii: "&"): html += Array("&amp;".utf8)
      case UInt8(ascii: "<"): html += Array("&lt;".utf8)
      case UInt8(ascii: ">"): html += Array("&gt;".utf8)
      case UInt8(ascii: "\""): html += Array("&quot;".utf8)
      default: html.append(byte)
      }
    }
    return html + Array("</pre></body></html>\r\n".utf8)
  }

  private static func cut(_ message: String) -> String {
    let head = String(message.unicodeScalars.prefix(scalarLimit))
    return head.utf8.count < message.utf8.count ? head + "\n…" : head
  }

  /// The lines of a text, ended by LF, CR LF or CR, without NUL and other control characters but tabs.
  private static func lines(_ text: String) -> [String] {
    var lines: [[UInt8]] = [[]]
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D: lines.append([])
      case 0x09, 0x20...: lines[lines.count - 1].append(byte)
      default: break
      }
      previous = byte
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}
