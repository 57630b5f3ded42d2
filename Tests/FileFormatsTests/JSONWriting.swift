import FileFormats
import TestSupport

/// Writes JSON in tests, so that reading can be held against it.
enum JSONWriting {
  /// The value as text without blanks; the text of numbers is kept.
  static func text(of value: JSONValue) -> String {
    switch value.kind {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): quoted(text)
    case .array(let elements): "[" + elements.map { Self.text(of: $0) }.joined(separator: ",") + "]"
    case .object(let object):
      "{" + object.members.map { quoted($0.name) + ":" + text(of: $0.value) }.joined(separator: ",") + "}"
    }
  }

  /// A random value as text, nested at most `depth` deep, its names all different.
  static func random(depth: Int, using generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...12, using: &generator)
    switch Int.random(in: depth == 0 ? 2...6 : 0...6, using: &generator) {
    case 0:
      let elements = (0..<count).map { _ in random(depth: depth - 1, using: &generator) }
      return "[" + elements.joined(separator: ",") + "]"
    case 1:
      let members = (0..<count).map { index in
        quoted("\(index)" + randomText(using: &generator)) + ":" + random(depth: depth - 1, using: &generator)
      }
      return "{" + members.joined(separator: ",") + "}"
    case 2: return "null"
    case 3: return Bool.random(using: &generator) ? "true" : "false"
    case 4: return "\(Double.random(in: -1...1, using: &generator))"
    case 5: return "\(Int.random(in: .min ... .max, using: &generator))"
    default: return quoted(randomText(using: &generator))
    }
  }

  private static func randomText(using generator: inout SeededGenerator) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\u{0}", "é", "\u{301}", "\u{200F}", "🍋", "/", " ",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\0"..<" ": result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
