package import Diagnostics

/// A JSON file that was read: its value and what was odd about it.
package struct JSONDocument: Sendable {
  /// The file's path as messages show it.
  package let path: String
  /// The one value of the file.
  package let root: JSONValue
  /// Names that occur twice in an object, halves of surrogate pairs.
  package let diagnostics: [Diagnostic]
  private let lines: LineIndex

  init(path: String, root: JSONValue, diagnostics: [Diagnostic], lines: LineIndex) {
    self.path = path
    self.root = root
    self.diagnostics = diagnostics
    self.lines = lines
  }

  /// Where a value of this document begins.
  package func place(of value: JSONValue) -> SourcePlace {
    place(ofByte: value.offset)
  }

  /// The place of a byte of the file.
  package func place(ofByte offset: Int) -> SourcePlace {
    lines.place(of: offset, path: path)
  }
}
