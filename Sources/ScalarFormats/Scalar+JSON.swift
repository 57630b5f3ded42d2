import Diagnostics
package import FileFormats
package import RunModel

extension Scalar {
  /// The scalar that a JSON value is; a list or an object becomes its JSON.
  package init(_ value: JSONValue) {
    switch value.kind {
    case .null: self = Scalar(.null, text: "null")
    case .boolean(let value): self = .boolean(value)
    case .string(let text): self = .text(text)
    case .number(let number): self = Scalar(Self.isWhole(number.text) ? .integer : .real, text: number.text)
    case .array, .object: self = Scalar(.json, text: JSONCopy(value).text)
    }
  }

  /// What experiment-results-manager opens: a number, a truth value or a string.
  ///
  /// It refuses null, lists and objects, and has `nan`, `inf` and `-inf` as strings. The text is kept in any case.
  package var plainJSON: ScalarJSON {
    switch kind {
    case .integer, .real:
      if Self.isJSONNumber(text) { return .verbatim(text) }
      guard let number, !number.isFinite else { return .string(text) }
      return .string(number.isNaN ? "nan" : number < 0 ? "-inf" : "inf")
    case .boolean where text == "true" || text == "false":
      return .verbatim(text)
    case .boolean, .text, .null, .json:
      return .string(text)
    }
  }

  /// The value with its type: lists and objects as such, numbers that are not finite as `"NaN"`, `"Infinity"` and
  /// `"-Infinity"`.
  package var typedJSON: ScalarJSON {
    switch kind {
    case .integer, .real:
      if Self.isJSONNumber(text) { return .verbatim(text) }
      guard let number else { return .string(text) }
      if number.isFinite { return .verbatim(number.description) }
      return .string(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
    case .boolean: return boolean.map { .verbatim($0 ? "true" : "false") } ?? .string(text)
    case .null: return .verbatim("null")
    case .text: return .string(text)
    case .json: return JSONCopy(text: text).map(ScalarJSON.copy) ?? .string(text)
    }
  }

  /// The value with its type also where it is not finite: `NaN`, `Infinity` and `-Infinity` stand bare.
  ///
  /// Python writes and reads them so, as our own reader does; for others there is ``typedJSON``.
  package var bareJSON: ScalarJSON {
    guard kind == .real, let number, !number.isFinite else { return typedJSON }
    return .verbatim(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
  }

  /// This scalar, as its record has it for everyone, with the kind that the typed copy of it has.
  ///
  /// The copy counts only as far as it says the same: another program may have changed one and not the other.
  package func typed(by copy: JSONValue?) -> Scalar {
    guard let copy else { return self }
    let typed = Scalar(copy)
    if typed == self { return self }
    switch typed.kind {
    case .integer, .real, .boolean:
      return hasSameValue(as: typed) ? Scalar(typed.kind, text: text) : self
    case .null:
      return text == "null" ? typed : self
    case .json:
      return JSONCopy(text: text)?.text == typed.text ? Scalar(.json, text: text) : self
    case .text:
      let isNonFinite = ["NaN", "Infinity", "-Infinity"].contains(typed.text) && typed.text != text
      return isNonFinite && hasSameValue(as: typed) ? Scalar(.real, text: text) : self
    }
  }

  private static func isWhole(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || isDigit($0) }
  }

  /// Whether `text` is a number by the grammar of JSON, which is narrower than that of ``number``.
  private static func isJSONNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 1000, Scalar(.real, text: text).number != nil else { return false }
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard let first = digits.first, isDigit(first), digits.last.map(isDigit) == true else { return false }
    if first == UInt8(ascii: "0"), let second = digits.dropFirst().first, isDigit(second) { return false }
    guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else { return true }
    return isDigit(digits[digits.index(after: point)])
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
