import Diagnostics
import Yams

/// Turns the parser's marks, whose columns count Unicode scalars, into places, whose columns count bytes.
struct YAMLMarks {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private let path: String
  /// The offset of every 64th scalar of the text.
  private let milestones: [Int]

  private static let stride = 64

  init(bytes: [UInt8], lines: LineIndex, path: String) {
    self.bytes = bytes
    self.lines = lines
    self.path = path
    var milestones: [Int] = []
    var count = 0
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if count % Self.stride == 0 { milestones.append(offset) }
      count += 1
    }
    self.milestones = milestones
  }

  /// The column in bytes of a mark; the mark's own where the parser counts other lines than LF ends.
  ///
  /// - Complexity: O(log n), however long the line is.
  func column(of mark: Mark) -> Int {
    guard let start = lines.start(ofLine: mark.line) else { return mark.column }
    return offset(ofScalar: number(ofScalarAt: start) + max(mark.column, 1) - 1) - start + 1
  }

  /// How many scalars stand before an offset.
  private func number(ofScalarAt offset: Int) -> Int {
    var low = 0
    var high = milestones.count
    while low < high {
      let middle = (low + high) / 2
      if milestones[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let rest = bytes[milestones[low - 1]..<offset].count { $0 & 0xC0 != 0x80 }
    return (low - 1) * Self.stride + rest
  }

  /// Where a scalar stands, the first being 0; the end of the text beyond the last.
  private func offset(ofScalar number: Int) -> Int {
    guard number / Self.stride < milestones.count else { return bytes.count }
    var offset = milestones[number / Self.stride]
    for _ in 0..<number % Self.stride where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
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
