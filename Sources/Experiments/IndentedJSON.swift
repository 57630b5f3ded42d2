/// JSON laid out as Python's `json.dumps` does with an indent.
enum IndentedJSON {
  /// The same JSON with each member and element on a line of its own, `indent` blanks deeper than what holds it.
  ///
  /// Empty lists and objects stay on their line. There is no line end at the end.
  ///
  /// - Parameters:
  ///   - bytes: One JSON value without white space between its parts, as ``JSONStyle/compact`` has it.
  ///   - indent: How many blanks each level is set in.
  /// - Returns: The bytes laid out.
  static func lines(_ bytes: [UInt8], indent: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(2 * bytes.count)
    var depth = 0
    var isText = false
    var isEscaped = false
    func line(_ depth: Int) -> [UInt8] {
      [UInt8(ascii: "\n")] + Array(repeating: UInt8(ascii: " "), count: indent * max(0, depth))
    }
    for (place, byte) in bytes.enumerated() {
      if isText {
        result.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      let closing: UInt8? =
        byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : nil
      if let closing {
        depth += 1
        result.append(byte)
        if place + 1 < bytes.count, bytes[place + 1] != closing { result += line(depth) }
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
        let isEmpty = place > 0 && [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[place - 1])
        if !isEmpty { result += line(depth) }
        result.append(byte)
      } else if byte == UInt8(ascii: ",") {
        result.append(byte)
        result += line(depth)
      } else if byte == UInt8(ascii: ":") {
        result += [byte, UInt8(ascii: " ")]
      } else {
        isText = byte == UInt8(ascii: "\"")
        result.append(byte)
      }
    }
    return result
  }
}
