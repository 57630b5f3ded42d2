import Diagnostics
import FileFormats

extension SourceFolder {
  /// Whether a file is there to be read; a diagnostic says so where there is one, but outside of the folder, or
  /// something that is no file.
  mutating func offers(_ name: String) -> Bool {
    if hasFile(name) { return true }
    guard let kind = (try? fileSystem.attributes(absolute(name)))?.kind else { return false }
    if kind == .file || !fileSystem.isInside(absolute(name), folder: path) {
      report(.error, "unsafe-link", at: name, "a link that leaves the folder", "a file", "It is left out.")
    } else {
      reportSpecial(kind, at: name)
    }
    return false
  }

  /// Says that something stands where a file is expected: a folder, a pipe, a socket or a device.
  mutating func reportSpecial(_ kind: FileKind, at name: String) {
    report(
      .warning, "no-file", at: name,
      kind == .directory ? "a folder" : "something that is neither a file nor a folder", "a file",
      "It is left out.")
  }

  /// Walks along the JSON of a file, which may be large: nothing is kept but what `body` keeps.
  ///
  /// Where the text is broken, as it is while a run still writes it, a diagnostic says so and what `body` has taken
  /// before that counts.
  ///
  /// - Returns: Whether the whole file was read.
  mutating func scanJSON(
    _ name: String, limit: Int = ImportLimit.recordBytes,
    _ body: (inout JSONCursor) throws(JSONFault) -> Void
  ) -> Bool {
    guard let bytes = bytes(name, limit: limit) else { return false }
    let fault = bytes.withUnsafeBufferPointer { buffer -> JSONFault? in
      let invalid = UTF8Validity.firstInvalidByte(in: buffer)
      var cursor = JSONCursor(UnsafeBufferPointer(rebasing: buffer[..<(invalid ?? buffer.count)]))
      do throws(JSONFault) {
        cursor.skipByteOrderMark()
        try body(&cursor)
        try cursor.finish()
      } catch {
        guard let invalid, error.offset >= invalid else { return error }
        return JSONFault(at: invalid, found: "a byte that is not UTF-8", expected: "text in UTF-8")
      }
      return invalid.map { JSONFault(at: $0, found: "a byte that is not UTF-8", expected: "text in UTF-8") }
    }
    guard let fault else { return true }
    let before = bytes.prefix(fault.offset)
    let line = before.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    report(
      .warning, "invalid-json", at: SourcePlace(path: name, line: line, column: fault.offset - start + 1),
      fault.found, fault.expected, "What stands before it is read, the rest is left out.")
    return false
  }
}

extension JSONCursor {
  /// Reads an object, calling `member` with each name as text; passes over anything else.
  mutating func members(
    _ member: (inout JSONCursor, _ name: String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard try peek() == .object else { return try skip() }
    try object { cursor, name, _ throws(JSONFault) in
      try member(&cursor, cursor.decode(name).string)
    }
  }

  /// Reads an array, calling `element` at the beginning of each value; passes over anything else.
  mutating func elements(
    _ element: (inout JSONCursor) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard try peek() == .array else { return try skip() }
    try array(element)
  }

  /// Reads a value as a number: a number, or a text that is one such as `"nan"`; none for anything else.
  mutating func looseNumber() throws(JSONFault) -> Double? {
    switch try peek() {
    case .number: return try number().value
    case .string:
      let text = try string()
      return text.range.count <= 64 ? LogNumber.value(of: decode(text).string) : nil
    case .null, .boolean, .array, .object:
      try skip()
      return nil
    }
  }
}

extension JSONCursor {
  /// Reads any value that takes at most `limit` bytes into a tree; passes over a larger one.
  mutating func smallValue(limit: Int = 1 << 16) throws(JSONFault) -> JSONValue? {
    _ = try peek()
    let start = position
    try skip()
    guard position - start <= limit else { return nil }
    return try? JSONReader.parse(Array(bytes[start..<position]), path: "").root
  }
}
