import Diagnostics

/// Makes a tree of JSON text and notes what is odd on the way.
struct JSONTreeBuilder {
  /// What was odd.
  private(set) var log = DiagnosticLog()
  private let lines: LineIndex
  private let path: String

  init(lines: LineIndex, path: String) {
    self.lines = lines
    self.path = path
  }

  /// The one value that `bytes` hold.
  mutating func document(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> JSONValue {
    if let offset = UTF8Validity.firstInvalidByte(in: bytes) {
      throw JSONFault(at: offset, found: "a byte that is not UTF-8", expected: "text in UTF-8")
    }
    var cursor = JSONCursor(bytes)
    cursor.skipByteOrderMark()
    let root = try value(&cursor)
    try cursor.finish()
    return root
  }

  private mutating func value(_ cursor: inout JSONCursor) throws(JSONFault) -> JSONValue {
    let token = try cursor.peek()
    let offset = cursor.position
    switch token {
    case .null:
      try cursor.null()
      return JSONValue(.null, offset: offset)
    case .boolean: return JSONValue(.boolean(try cursor.boolean()), offset: offset)
    case .number:
      let (value, range) = try cursor.number()
      return JSONValue(.number(JSONNumber(text: cursor.text(range), value: value)), offset: offset)
    case .string:
      let text = try cursor.string()
      return JSONValue(.string(decode(text, at: offset, cursor)), offset: offset)
    case .array: return JSONValue(.array(try array(&cursor)), offset: offset)
    case .object: return JSONValue(.object(try object(&cursor)), offset: offset)
    }
  }

  private mutating func array(_ cursor: inout JSONCursor) throws(JSONFault) -> [JSONValue] {
    var elements: [JSONValue] = []
    try cursor.array { cursor throws(JSONFault) in
      elements.append(try value(&cursor))
    }
    return elements
  }

  private mutating func object(_ cursor: inout JSONCursor) throws(JSONFault) -> JSONObject {
    var object = JSONObject()
    try cursor.object { cursor, text, offset throws(JSONFault) in
      let name = decode(text, at: offset, cursor)
      let member = JSONObject.Member(name: name, offset: offset, value: try value(&cursor))
      if !object.add(member) {
        note(
          JSONReader.duplicateName, at: offset, found: "the name \(VisibleText.quoting(name)) once more",
          expected: "each name once in an object", consequence: "The last value counts.")
      }
    }
    return object
  }

  private mutating func decode(_ text: JSONText, at offset: Int, _ cursor: JSONCursor) -> String {
    let (string, loneSurrogates) = cursor.decode(text)
    if loneSurrogates > 0 {
      note(
        JSONReader.loneSurrogate, at: offset, found: "an escape that is half a surrogate pair",
        expected: "a pair of escapes such as \\uD83D\\uDE00", consequence: "It is read as U+FFFD.")
    }
    return string
  }

  private mutating func note(
    _ kind: Diagnostic.Kind, at offset: Int, found: String, expected: String, consequence: String
  ) {
    log.add(
      Diagnostic(
        .warning, kind, at: lines.place(of: offset, path: path), found: found, expected: expected,
        consequence: consequence))
  }
}
