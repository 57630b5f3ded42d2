import Diagnostics
import FileFormats
import Markup
import RunModel
import ScalarFormats

/// Named values as JSON, so that each comes back byte for byte: its kind and the text it was written as.
///
/// A value is plain JSON where that reads back as the same scalar: `{"lr": 0.10, "name": "a"}`. What JSON has no form for
/// is an object with one member: `{"$scalar": ["real", "nan"]}`.
enum StoredScalars {
  private static let mark = "$scalar"

  /// The values as JSON in UTF-8, by the order of the bytes of their names.
  static func bytes(_ values: [ExactString: Scalar]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      for name in values.keys.sorted() {
        if let value = values[name] { json.member(name.text) { write(value, to: &$0) } }
      }
    }
    return json.bytes
  }

  /// The values that `bytes` hold; nil if they were not written by ``bytes(_:)``.
  static func values(_ bytes: [UInt8]) -> [ExactString: Scalar]? {
    guard let document = try? JSONReader.parse(bytes, path: ""), document.diagnostics.isEmpty,
      let object = document.root.object
    else { return nil }
    var values: [ExactString: Scalar] = [:]
    for member in object.members {
      guard let scalar = scalar(member.value) else { return nil }
      values[ExactString(member.name)] = scalar
    }
    return values
  }

  private static func write(_ value: Scalar, to json: inout JSONWriter) {
    if value.kind == .text { return value.text.write(to: &json) }
    var plain = JSONWriter(style: JSONStyle(isSpaced: true))
    value.typedJSON.write(to: &plain)
    if let document = try? JSONReader.parse(plain.bytes, path: ""), scalar(document.root) == value {
      JSONFragment(plain.string).write(to: &json)
    } else {
      json.object { $0.member(mark, [value.kind.rawValue, value.text]) }
    }
  }

  private static func scalar(_ value: JSONValue) -> Scalar? {
    guard let object = value.object, object.count == 1, let marked = object[mark] else {
      return Scalar(value)
    }
    guard let parts = marked.array, parts.count == 2, let name = parts[0].string, let text = parts[1].string,
      let kind = Scalar.Kind(rawValue: name)
    else { return nil }
    return Scalar(kind, text: text)
  }
}
