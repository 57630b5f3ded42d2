import Diagnostics
import Yams

/// Turns the parser's marks, whose columns count Unicode scalars, into places, whose columns count bytes.
struct YAMLMarks {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private let path: String

  init(bytes: [UInt8], lines: LineIndex, path: String) {
    self.bytes = bytes
    self.lines = lines
    self.path = path
  }

  /// The column in bytes of a mark; the mark's own where the parser counts other lines than LF ends.
  func column(of mark: Mark) -> Int {
    guard let start = lines.start(ofLine: mark.line) else { return mark.column }
    var offset = start
    for _ in 1..<max(mark.column, 1) {
      guard offset < bytes.count else { break }
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset - start + 1
  }

  /// The place of a mark.
  func place(of mark: Mark?) -> SourcePlace {
    guard let mark else { return SourcePlace(path: path) }
    return SourcePlace(path: path, line: mark.line, column: column(of: mark))
  }

  /// What the parser says is wrong, in the form of this module.
  func formatError(of error: any Error) -> FormatError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      FormatError(at: place(of: mark), found: "YAML that cannot be read (\(problem))", expected: "YAML")
    case .reader(let problem, _, _, _):
      FormatError(
        at: SourcePlace(path: path), found: "characters that YAML does not allow (\(problem))",
        expected: "YAML")
    case .duplicatedKeysInMapping(let names, let context):
      FormatError(
        at: place(of: context.mark),
        found: "the key \(VisibleText.quoting(names.first ?? "")) more than once in a mapping",
        expected: "each key once")
    default:
      FormatError(at: SourcePlace(path: path), found: "something that cannot be read", expected: "YAML")
    }
  }
}
