import Diagnostics
import TestSupport

/// Small damage to what tools wrote: bytes flipped, cut, put in and doubled.
enum ImportFuzz {
  /// Calls `body` with file systems that hold a damaged copy of `file` at `path`, beside `others`.
  static func damage(
    _ file: [UInt8], as path: String, beside others: [String: [UInt8]] = [:], seed: UInt64, rounds: Int = 200,
    _ body: (FileSystem) throws -> Void
  ) rethrows {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<FuzzDose.rounds(default: rounds) {
      var files = others
      files[path] = damaged(file, using: &generator)
      try body(.inMemory(bytes: files))
    }
  }

  private static let special =
    Array("\"\\{}[],:;\t\r\n-+.eE019NaInfu&*!|>'%@`~#?".utf8) + [0, 0x80, 0xC3, 0xFF]

  /// `bytes` with one to six small changes.
  static func damaged(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let index = Int.random(in: 0...result.count, using: &generator)
      switch Int.random(in: 0...5, using: &generator) {
      case 0: if index < result.count { result[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator) }
      case 1: result.insert(special.randomElement(using: &generator) ?? 0, at: index)
      case 2:
        result.removeSubrange(index..<min(index + Int.random(in: 1...40, using: &generator), result.count))
      case 3: result.insert(contentsOf: result[index..<min(index + 60, result.count)], at: index)
      case 4: if index < result.count { result[index] = special.randomElement(using: &generator) ?? 0 }
      default: if Int.random(in: 0..<4, using: &generator) == 0 { result.removeSubrange(index...) }
      }
    }
    return result
  }
}
