import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

extension RecordReader {
  /// Adds a diagnostic of the kind `registry.<kind>` about `value`.
  mutating func report(
    _ severity: Diagnostic.Severity, _ kind: String, at value: JSONValue, _ found: String, _ expected: String,
    _ consequence: String
  ) {
    log.add(
      Diagnostic(
        severity, Diagnostic.Kind("registry." + kind), at: document.place(of: value), found: found,
        expected: expected, consequence: consequence))
  }

  /// The members of an object that should be there; none, with a diagnostic, if it is something else.
  mutating func object(_ value: JSONValue?, _ name: String) -> [JSONObject.Member] {
    guard let value else { return [] }
    guard let object = value.object else {
      report(
        .warning, "wrong-type", at: value, "\(value.kindInWords) as \(VisibleText.quoting(name))",
        "an object",
        "It is left out.")
      return []
    }
    return object.members
  }

  /// The values of an object, each as it was written.
  mutating func scalars(_ value: JSONValue?, _ name: String) -> [ExactString: Scalar] {
    let members = object(value, name)
    return Dictionary(
      members.map { (ExactString($0.name), Scalar($0.value)) }, uniquingKeysWith: { _, last in last })
  }

  /// The texts of an object; values of another type become their JSON.
  mutating func texts(_ value: JSONValue?, _ name: String) -> [ExactString: String] {
    scalars(value, name).mapValues(\.text)
  }

  /// A string that may be absent; a value of another type is diagnosed.
  mutating func string(_ value: JSONValue?) -> String? {
    guard let value, !value.isNull else { return nil }
    guard let text = value.string else {
      report(.warning, "wrong-type", at: value, value.kindInWords, "a string", "It is left out.")
      return nil
    }
    return text
  }

  /// A number that may be absent, also one that is written as `"NaN"`; a value of another type is diagnosed.
  mutating func number(_ value: JSONValue?) -> Double? {
    guard let value, !value.isNull else { return nil }
    guard let number = Scalar(value).number else {
      report(.warning, "wrong-type", at: value, value.kindInWords, "a number", "It is left out.")
      return nil
    }
    return number
  }
}
