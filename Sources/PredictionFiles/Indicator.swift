/// Whether a label belongs to a row, as indicator columns say it.
enum Indicator {
  /// 1 for `1`, `1.0`, `true` and `True`, 0 for `0`, `0.0`, `false` and `False`; none for anything else.
  static func value(of text: UnsafeBufferPointer<UInt8>) -> UInt8? {
    if text.count == 1 {
      switch text[0] {
      case UInt8(ascii: "0"): return 0
      case UInt8(ascii: "1"): return 1
      default: return nil
      }
    }
    switch String(decoding: text.prefix(8), as: UTF8.self) {
    case "1.0", "true", "True": return 1
    case "0.0", "false", "False": return 0
    default: return nil
    }
  }
}
