/// A JSON value that knows where in its file it stands.
///
/// ```swift
/// let document = try JSONReader.parse(Array(#"{"loss": [0.50, NaN]}"#.utf8), path: "m.json")
/// document.root["loss"]?.array?[0].number?.text  // "0.50"
/// document.place(of: document.root["loss"] ?? document.root)  // m.json:1:10
/// ```
package struct JSONValue: Sendable {
  /// What the value is.
  package enum Kind: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number, also `NaN`, `Infinity` and `-Infinity`, which Python's writer makes.
    case number(JSONNumber)
    /// A string, its escapes resolved.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object(JSONObject)
  }

  /// What the value is.
  package let kind: Kind
  /// The offset of the value's first byte in the file.
  package let offset: Int

  /// A value that begins at `offset`.
  package init(_ kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension JSONValue {
  /// Whether this is `null`.
  package var isNull: Bool { if case .null = kind { true } else { false } }

  /// The boolean, if this is one.
  package var boolean: Bool? { if case .boolean(let value) = kind { value } else { nil } }

  /// The number, if this is one.
  package var number: JSONNumber? { if case .number(let value) = kind { value } else { nil } }

  /// The text, if this is a string.
  package var string: String? { if case .string(let value) = kind { value } else { nil } }

  /// The elements, if this is an array.
  package var array: [JSONValue]? { if case .array(let value) = kind { value } else { nil } }

  /// The members, if this is an object.
  package var object: JSONObject? { if case .object(let value) = kind { value } else { nil } }

  /// The value of a member, if this is an object that has it.
  package subscript(_ name: String) -> JSONValue? { object?[name] }

  /// What sort of value this is, for a message: “a string”, “null”.
  package var kindInWords: String {
    switch kind {
    case .null: JSONToken.null.inWords
    case .boolean: JSONToken.boolean.inWords
    case .number: JSONToken.number.inWords
    case .string: JSONToken.string.inWords
    case .array: JSONToken.array.inWords
    case .object: JSONToken.object.inWords
    }
  }
}
