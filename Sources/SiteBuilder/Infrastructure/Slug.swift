import Diagnostics

/// Names for files and folders, made from ids that may hold anything.
///
/// The name is ASCII, at most ``limit`` bytes, never empty, hidden, `..` or a name that some system reserves.
/// When something was lost on the way, eight digits of the SHA-256 of the whole id follow, so that two ids that
/// lose their difference keep two names, the same ones on every machine and in every build.
///
/// ```swift
/// Slug.name(for: "svm-rbf")          // "svm-rbf"
/// Slug.name(for: "../../etc/passwd") // "etc-passwd-3754d6cb"
/// ```
package enum Slug {
  /// Bytes in a name at most, its hash and extension included.
  package static let limit = 64

  /// The name for `id` as a folder or as a file without extension.
  package static func name(for id: String) -> String {
    let plain = plain(id, limit: limit)
    return plain.isLossy || isReserved(plain.text) ? suffixed(plain.text, id: id, digits: 8) : plain.text
  }

  /// The name for the file that `id` names, which may hold folders: its extension, if it has a plain one, stays.
  package static func fileName(for id: String) -> String {
    let split = splitExtension(id)
    let stem = plain(split.stem, limit: limit - split.suffix.utf8.count)
    guard stem.isLossy || isReserved(stem.text) else { return stem.text + split.suffix }
    return suffixed(stem.text, id: id, digits: 8, room: limit - split.suffix.utf8.count) + split.suffix
  }

  /// The name for `id` with more digits of its hash: for the second of two ids with one name.
  static func name(for id: String, digits: Int) -> String {
    suffixed(plain(id, limit: limit).text, id: id, digits: digits)
  }

  /// The file name for `id` with more digits of its hash.
  static func fileName(for id: String, digits: Int) -> String {
    let split = splitExtension(id)
    let room = limit - split.suffix.utf8.count
    return suffixed(plain(split.stem, limit: room).text, id: id, digits: digits, room: room) + split.suffix
  }

  private static func suffixed(_ text: String, id: String, digits: Int, room: Int = limit) -> String {
    let hash = ContentDigest.sha256(of: Array(id.utf8)).prefix(digits)
    let head = trimmed(Array(text.utf8.prefix(max(0, room - digits - 1))))
    return head.isEmpty ? String(hash) : String(decoding: head, as: UTF8.self) + "-" + hash
  }

  /// The part of `id` that can stay: letters, digits, `_`, `-` and full stops; other runs become one `-`.
  private static func plain(_ id: String, limit: Int) -> (text: String, isLossy: Bool) {
    var bytes: [UInt8] = []
    var isLossy = false
    for byte in id.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        isLossy = true
        if bytes.last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
      if bytes.count > limit { break }
    }
    let kept = trimmed(Array(bytes.prefix(limit)))
    return (String(decoding: kept, as: UTF8.self), isLossy || kept.isEmpty || kept.count < bytes.count)
  }

  /// Without full stops and hyphens at either end: they hide files, mean options, or vanish on some systems.
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let isEdge = { (byte: UInt8) in byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") }
    var kept = bytes.drop(while: isEdge)
    while let last = kept.last, isEdge(last) { kept.removeLast() }
    return Array(kept)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._".utf8.contains(byte)
    }
  }

  /// Splits off `.md` of `notes.md`: one to ten letters and digits after the last full stop of the last component.
  private static func splitExtension(_ id: String) -> (stem: String, suffix: String) {
    let suffix = FilePath.fileExtension(of: id)
    let isPlainSuffix = suffix.utf8.allSatisfy { isPlain($0) && !"-._".utf8.contains($0) }
    guard (1...10).contains(suffix.utf8.count), isPlainSuffix, id.lowercased().hasSuffix("." + suffix) else {
      return (id, "")
    }
    return (String(decoding: id.utf8.dropLast(suffix.utf8.count + 1), as: UTF8.self), "." + suffix)
  }

  /// Device names of Windows, which no file may have, with or without extension.
  private static func isReserved(_ name: String) -> Bool {
    let stem = name.split(separator: ".", maxSplits: 1).first.map { $0.lowercased() } ?? ""
    if ["con", "prn", "aux", "nul"].contains(stem) { return true }
    let isNumbered = stem.hasPrefix("com") || stem.hasPrefix("lpt")
    return isNumbered && stem.utf8.count == 4 && stem.utf8.last.map { $0 >= 0x30 && $0 <= 0x39 } == true
  }
}
