/// JSON that is text already, such as a number in the digits it was read in.
///
/// It is written as it stands: whoever makes one has checked that it is one whole JSON value.
package struct JSONFragment: JSONWritable, Hashable, Sendable {
  /// One JSON value.
  package let text: String

  /// Wraps `text`.
  package init(_ text: String) {
    self.text = text
  }

  package func write(to json: inout JSONWriter) {
    json.separate(key: "")
    json.append(digits: text)
  }
}
