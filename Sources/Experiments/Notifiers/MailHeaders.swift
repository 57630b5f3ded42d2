import Diagnostics
import RunModel

/// Lines of a mail's header.
enum MailHeaders {
  /// `text` as the value of a header: as it is if it is short printable ASCII, else in encoded words (RFC 2047, `B`).
  ///
  /// An encoded word has at most 75 characters, holds whole characters, and stands on a line of its own.
  ///
  /// ```swift
  /// MailHeaders.encoded("Läuft")  // =?UTF-8?B?TMOkdWZ0?=
  /// ```
  ///
  /// - Precondition: There is no line break in `text`.
  static func encoded(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && text.utf8.count <= 60
    if isPlain, !text.contains("=?") { return text }
    var words: [String] = []
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let more = Array(String(scalar).utf8)
      // 45 bytes become 60 characters, with the frame 72.
      if bytes.count + more.count > 45 {
        words.append("=?UTF-8?B?\(base64(bytes))?=")
        bytes = []
      }
      bytes += more
    }
    words.append("=?UTF-8?B?\(base64(bytes))?=")
    return words.joined(separator: "\r\n ")
  }

  /// A time as RFC 5322 has it, in UTC: `Sat, 21 Mar 2026 05:15:09 +0000`.
  static func date(_ time: UTCTimestamp) -> String {
    let parts = time.components
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let day = 86_400_000_000 as Int64
    let number = time.microseconds >= 0 ? time.microseconds / day : (time.microseconds - day + 1) / day
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(days[Int(((number % 7) + 7) % 7)]), \(parts.day) \(months[parts.month - 1]) "
      + TaskName.padded(parts.year)
      + " \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
  }

  /// Base 64 (RFC 4648, section 4), with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - group.count)
      for place in 0..<4 {
        result.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
