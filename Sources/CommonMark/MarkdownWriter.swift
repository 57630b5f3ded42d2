import CCMark
import Markup

/// Writes the blocks of a Markdown tree as HTML, each on its own line.
struct MarkdownWriter {
  /// How.
  let options: MarkdownOptions
  /// The tables so far.
  let tables = TableCount()

  /// Counts, so that no two tables have one name.
  final class TableCount {
    var count = 0
  }

  /// Writes the blocks directly below `parent`, around which there are `depth` others.
  ///
  /// `isTight` leaves out the `<p>` around paragraphs, as in a list without blank lines.
  func write(
    blocksOf parent: MarkdownNode, isTight: Bool = false, depth: Int = 0, to html: inout HTMLWriter
  ) {
    guard depth <= options.depthLimit else { return html.text(parent.plainText) }
    for block in parent.children { write(block: block, isTight: isTight, depth: depth, to: &html) }
  }

  private func write(block: MarkdownNode, isTight: Bool, depth: Int, to html: inout HTMLWriter) {
    switch block.type {
    case CMARK_NODE_PARAGRAPH: write(paragraph: block, isTight: isTight, depth: depth, to: &html)
    case CMARK_NODE_HEADING:
      let tags: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
      let level = min(max(block.headingLevel + options.headingShift, 1), tags.count)
      let words = HTMLWriter.fragment { write(inlines: block.inlines, depth: depth, to: &$0) }
      // Raw HTML alone leaves none.
      if !words.isBlank { line(tags[level - 1], to: &html) { $0.fragment(words) } }
    case CMARK_NODE_CODE_BLOCK: write(code: block, to: &html)
    case CMARK_NODE_LIST: write(list: block, depth: depth, to: &html)
    case CMARK_NODE_BLOCK_QUOTE:
      line("blockquote", to: &html) { write(blocksOf: block, depth: depth + 1, to: &$0) }
    case CMARK_NODE_THEMATIC_BREAK:
      html.void("hr")
      html.newline()
    default: break  // Raw HTML, and link definitions, which leave nothing.
    }
  }

  private func write(paragraph: MarkdownNode, isTight: Bool, depth: Int, to html: inout HTMLWriter) {
    if let table = MarkdownTable(paragraph: paragraph) {
      write(table: table, to: &html) { write(inlines: $0, depth: depth, to: &$1) }
    } else if isTight {
      write(inlines: paragraph.inlines, depth: depth, to: &html)
    } else {
      line("p", to: &html) { write(inlines: paragraph.inlines, depth: depth, to: &$0) }
    }
  }

  private func write(list: MarkdownNode, depth: Int, to html: inout HTMLWriter) {
    var attributes: HTMLAttributes = [:]
    if list.isOrdered, list.start != 1 { attributes.append("start", .integer(list.start)) }
    let isTight = list.isTight
    line(list.isOrdered ? "ol" : "ul", attributes, to: &html) { html in
      html.newline()
      for item in list.children {
        line("li", to: &html) { write(blocksOf: item, isTight: isTight, depth: depth + 1, to: &$0) }
      }
    }
  }

  private func write(code block: MarkdownNode, to html: inout HTMLWriter) {
    let text = block.literal
    if block.language == "csv", let table = MarkdownTable(csv: text) {
      write(table: table, to: &html) { $1.text($0) }
    } else {
      line("pre", ["tabindex": "0"], to: &html) { $0.element("code", text: text) }
    }
  }

  /// Writes an element and a line break.
  func line(
    _ name: StaticString, _ attributes: HTMLAttributes = [:], to html: inout HTMLWriter,
    content: (inout HTMLWriter) -> Void
  ) {
    html.element(name, attributes, content: content)
    html.newline()
  }
}
