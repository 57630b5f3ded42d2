import FileFormats
package import Markup

/// One JSON value that stands for a scalar.
package enum ScalarJSON: JSONWritable {
  /// A JSON string with this content.
  case string(String)
  /// A number or a truth value, in these letters.
  case verbatim(String)
  /// A list, an object or null.
  case copy(JSONCopy)

  package func write(to json: inout JSONWriter) {
    switch self {
    case .string(let text): text.write(to: &json)
    case .verbatim(let text): JSONFragment(text).write(to: &json)
    case .copy(let copy): copy.write(to: &json)
    }
  }
}
