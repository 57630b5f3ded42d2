import Markup

/// The first bytes of a file, read as each of the formats for pictures.
struct ImageHead {
  typealias Found = (type: SafeURL.ImageType, width: Int, height: Int)

  private let bytes: [UInt8]

  /// Reads these bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// PNG, third edition, 5.2 and 11.2.1: a signature, then the chunk `IHDR`.
  var png: Found? {
    guard has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0), has("IHDR", at: 12) else {
      return nil
    }
    guard let width = big(4, at: 16), let height = big(4, at: 20) else { return nil }
    return (.png, width, height)
  }

  /// GIF89a, 17 and 18: a signature, then the measures of the screen.
  var gif: Found? {
    guard has("GIF87a", at: 0) || has("GIF89a", at: 0) else { return nil }
    guard let width = little(2, at: 6), let height = little(2, at: 8) else { return nil }
    return (.gif, width, height)
  }

  /// ITU T.81, annex B: segments up to the first frame header.
  var jpeg: Found? {
    guard has([0xFF, 0xD8, 0xFF], at: 0) else { return nil }
    var position = 2
    while let marker = big(2, at: position), marker >= 0xFF00 {
      if marker == 0xFFFF {
        position += 1
        continue
      }
      let isFrame = (0xFFC0...0xFFCF).contains(marker) && ![0xFFC4, 0xFFC8, 0xFFCC].contains(marker)
      if isFrame {
        guard let height = big(2, at: position + 5), let width = big(2, at: position + 7) else { return nil }
        return (.jpeg, width, height)
      }
      guard let length = big(2, at: position + 2), length >= 2 else { return nil }
      position += 2 + length
    }
    return nil
  }

  /// The WebP container and its three kinds of first chunk (RFC 9649, 2.5 to 2.7).
  var webP: Found? {
    guard has("RIFF", at: 0), has("WEBP", at: 8) else { return nil }
    if has("VP8 ", at: 12), has([0x9D, 0x01, 0x2A], at: 23) {
      guard let width = little(2, at: 26), let height = little(2, at: 28) else { return nil }
      return (.webp, width & 0x3FFF, height & 0x3FFF)
    }
    if has("VP8L", at: 12), has([0x2F], at: 20), let bits = little(4, at: 21) {
      return (.webp, bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }
    if has("VP8X", at: 12), let width = little(3, at: 24), let height = little(3, at: 27) {
      return (.webp, width + 1, height + 1)
    }
    return nil
  }

  private func has(_ word: String, at position: Int) -> Bool {
    has(Array(word.utf8), at: position)
  }

  private func has(_ word: [UInt8], at position: Int) -> Bool {
    bytes.count >= position + word.count && bytes[position..<position + word.count].elementsEqual(word)
  }

  private func big(_ count: Int, at position: Int) -> Int? {
    guard bytes.count >= position + count else { return nil }
    return bytes[position..<position + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private func little(_ count: Int, at position: Int) -> Int? {
    guard bytes.count >= position + count else { return nil }
    return bytes[position..<position + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
