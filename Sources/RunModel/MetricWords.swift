/// Takes the name of a metric apart.
enum MetricWords {
  /// The words of `name` in lower case: cut at everything but ASCII letters and digits, and before a capital that
  /// follows a small letter (`valLoss` is `val`, `loss`).
  static func split(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousIsSmall = false
    func finish() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in name.utf8.prefix(400) {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if previousIsSmall { finish() }
        word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
      default:
        finish()
      }
      previousIsSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    finish()
    return words
  }
}
