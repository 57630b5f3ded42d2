import ArgumentParser
import Diagnostics
import RunModel

/// `NAME=VALUE`, as `--param`, `--tag`, `--dict` and the artifact options take it.
struct NamedValue: Hashable {
  /// What stands before the first `=`; not empty.
  let name: ExactString
  /// What stands behind it; may be empty, may hold further `=`.
  let value: String

  /// Reads `name=value`.
  ///
  /// - Throws: `ValidationError` without a name or a `=`.
  @Sendable
  static func read(_ argument: String) throws -> NamedValue {
    guard let equals = argument.utf8.firstIndex(of: UInt8(ascii: "=")) else {
      throw ValidationError("\(VisibleText.quoting(argument)) has no value; expected NAME=VALUE.")
    }
    guard equals != argument.startIndex else {
      throw ValidationError("\(VisibleText.quoting(argument)) has no name; expected NAME=VALUE.")
    }
    return NamedValue(
      name: ExactString(String(argument[..<equals])),
      value: String(argument[argument.utf8.index(after: equals)...]))
  }

  /// The value with its type: a number, `true` or `false`, or else text.
  ///
  /// A number is what JSON calls one, kept as it is written (`1e-3`, `0.10`), and also `.5`, `5.`, `+5`, `nan`, `inf`.
  /// `007` is text: nobody writes a number so.
  var scalar: Scalar { ScalarText.read(value) }
}
