import CCMark

extension MarkdownTable<[MarkdownInline]> {
  /// The table that a paragraph spells in the widespread notation with pipes: a line of names, a line of hyphens,
  /// and a line for each row.
  ///
  /// ```
  /// | setting | effect |
  /// |---------|--------|
  /// | more trees | slower |
  /// ```
  ///
  /// Nothing for any other paragraph. A pipe in code is no border.
  init?(paragraph: MarkdownNode) {
    let lines = paragraph.children.split { $0.type == CMARK_NODE_SOFTBREAK }
    guard lines.count >= 2, let columns = Self.columns(ofDelimiters: lines[1]) else { return nil }
    let header = Self.cells(of: lines[0])
    guard header.count == columns else { return nil }
    self.init(header: header, rows: lines.dropFirst(2).map(Self.cells), empty: [])
  }

  /// How many columns a line such as `|---|:--:|` delimits; nothing if it is another line.
  private static func columns(ofDelimiters line: ArraySlice<MarkdownNode>) -> Int? {
    guard line.allSatisfy({ $0.type == CMARK_NODE_TEXT }) else { return nil }
    let text = line.map(\.literal).joined()
    guard text.utf8.contains(UInt8(ascii: "|")), text.utf8.contains(UInt8(ascii: "-")) else { return nil }
    let cells = cells(of: line).map { cell in
      cell.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
    }
    let isDelimiter = cells.allSatisfy { cell in
      let hyphens = cell.drop { $0 == ":" }
      return !hyphens.isEmpty && cell.count <= hyphens.count + 1
        && hyphens.drop { $0 == "-" }.allSatisfy { $0 == ":" } && hyphens.first == "-"
    }
    return isDelimiter ? cells.count : nil
  }

  /// The cells of a line, without the blanks around their text.
  private static func cells(of line: ArraySlice<MarkdownNode>) -> [[MarkdownInline]] {
    var cells: [[MarkdownInline]] = [[]]
    for node in line {
      guard node.type == CMARK_NODE_TEXT else {
        cells[cells.count - 1].append(.node(node))
        continue
      }
      let parts = node.literal.split(separator: "|", omittingEmptySubsequences: false)
      for (position, part) in parts.enumerated() {
        if position > 0 { cells.append([]) }
        if !part.isEmpty { cells[cells.count - 1].append(.text(String(part))) }
      }
    }
    if isBlank(cells[0]) { cells.removeFirst() }
    if let last = cells.last, isBlank(last) { cells.removeLast() }
    return cells.map(trimmed)
  }

  private static func isBlank(_ cell: [MarkdownInline]) -> Bool {
    trimmed(cell).isEmpty
  }

  /// `cell` without blanks at its start and end.
  private static func trimmed(_ cell: [MarkdownInline]) -> [MarkdownInline] {
    var cell = cell
    if case .text(let text) = cell.first {
      let rest = text.drop { $0 == " " || $0 == "\t" }
      if rest.isEmpty { cell.removeFirst() } else { cell[0] = .text(String(rest)) }
    }
    if case .text(let text) = cell.last {
      let end = text.lastIndex { $0 != " " && $0 != "\t" }
      if let end { cell[cell.count - 1] = .text(String(text[...end])) } else { cell.removeLast() }
    }
    return cell
  }
}
