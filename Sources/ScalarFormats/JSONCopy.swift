package import FileFormats
package import Markup

/// A JSON value that is written as it was read: numbers in their own digits, members in their order.
///
/// `NaN` and the infinities, which are no JSON, become strings.
package struct JSONCopy: JSONWritable {
  /// The value.
  package let value: JSONValue

  /// A copy of `value`.
  package init(_ value: JSONValue) {
    self.value = value
  }

  /// A copy of the value that `text` is, or nil if it is not one JSON value.
  package init?(text: String) {
    guard let document = try? JSONReader.parse(Array(text.utf8), path: "") else { return nil }
    value = document.root
  }

  /// The value as text on one line.
  package var text: String {
    var json = JSONWriter(style: JSONStyle(isSpaced: true))
    write(to: &json)
    return json.string
  }

  package func write(to json: inout JSONWriter) {
    switch value.kind {
    case .null: Optional<String>.none.write(to: &json)
    case .boolean(let value): value.write(to: &json)
    case .string(let text): text.write(to: &json)
    case .number(let number) where number.value.isFinite || number.text.utf8.last.map(Self.isDigit) == true:
      JSONFragment(number.text).write(to: &json)
    case .number(let number): number.value.write(to: &json)
    case .array(let elements): elements.map { JSONCopy($0) }.write(to: &json)
    case .object(let object):
      json.object { json in
        for member in object.members { json.member(member.name, JSONCopy(member.value)) }
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
