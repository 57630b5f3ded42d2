import Diagnostics
import FileFormats
import RunModel

/// One value that wandb recorded: where it stands, and its JSON.
struct WandBItem {
  /// The names that lead to the value, from the outside in; at least one.
  var path: [ExactString]
  /// The value as JSON text.
  var json: ArraySlice<UInt8>

  /// The name that wandb shows for a path: its names with full stops between them.
  static func name(_ path: [ExactString]) -> ExactString {
    path.count == 1 ? path[0] : ExactString(path.map(\.text).joined(separator: "."))
  }

  /// The value, or nil if its text is longer than a value may be or no JSON.
  var value: JSONValue? {
    guard json.count <= ImportLimit.valueBytes else { return nil }
    if let number = Self.number(json) { return number }
    return try? JSONReader.parse(Array(json), path: "").root
  }

  /// The value if it is nothing but a number, as most are.
  private static func number(_ json: ArraySlice<UInt8>) -> JSONValue? {
    json.withUnsafeBufferPointer { bytes in
      var cursor = JSONCursor(bytes)
      do throws(JSONFault) {
        guard try cursor.peek() == .number else { return nil }
        let (value, range) = try cursor.number()
        let text = cursor.text(range)
        try cursor.finish()
        return JSONValue(.number(JSONNumber(text: text, value: value)), offset: 0)
      } catch {
        return nil
      }
    }
  }
}

extension JSONValue {
  /// The value as a point of a history: a number, or one of the words by which a number that is not finite is written.
  var historyValue: Double? {
    if let number { return number.value }
    guard let string, ["NaN", "Infinity", "-Infinity"].contains(ExactString(string)) else { return nil }
    return Scalar.text(string).number
  }
}
