import Markup

/// A JSON value that stays on one line within an indented document: a row of a matrix, the points of a curve.
struct OneLineJSON: JSONWritable, Sendable {
  private let fragment: JSONFragment

  /// The value that `write` writes, on one line.
  init(_ write: (inout JSONWriter) -> Void) {
    var json = JSONWriter(style: JSONStyle(isSpaced: true))
    write(&json)
    fragment = JSONFragment(json.string)
  }

  /// This value, on one line.
  init(_ value: some JSONWritable) {
    self.init { value.write(to: &$0) }
  }

  /// These numbers, on one line.
  init(_ numbers: [Double]) {
    self.init { $0.array(numbers) }
  }

  func write(to json: inout JSONWriter) {
    fragment.write(to: &json)
  }
}
