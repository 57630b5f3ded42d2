extension SafeURL {
  /// The kinds of picture that may be placed in a page by their bytes; a browser runs nothing in an `<img>`.
  package enum ImageType: String, Hashable, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case gif = "image/gif"
    case webp = "image/webp"
    case svg = "image/svg+xml"
  }

  /// The picture itself, as a `data:` address in base 64 (RFC 4648).
  package init(image bytes: [UInt8], type: ImageType) {
    var text = Array("data:\(type.rawValue);base64,".utf8)
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    text.reserveCapacity(text.count + bytes.count / 3 * 4 + 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - group.count)
      for digit in 0..<4 {
        text.append(digit <= group.count ? digits[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
      }
    }
    self.init(encoded: String(decoding: text, as: UTF8.self))
  }
}
