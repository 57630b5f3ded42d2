package import Markup

/// Markdown, as people write it in notes, to HTML that can harm nobody.
///
/// The text is parsed by cmark (CommonMark 0.30) and its tree written by Markup; cmark's own HTML is never used.
/// Raw HTML is dropped. A link that ``MarkdownOptions/link`` refuses keeps its words; a picture becomes its
/// alternative text. CommonMark has no tables, so two notations are added: a paragraph in the form of a pipe
/// table, and a fenced block with the info string `csv`.
///
/// ```swift
/// Markdown.html("*Fine*, see [log](javascript:alert(1)).").string
/// // <p><em>Fine</em>, see log.</p>
/// ```
package enum Markdown {
  /// The HTML of `text`; what is longer than the limits of `options` is left out, and the last paragraph says so.
  ///
  /// - Complexity: linear in `text` for all input that people write; bounded by the limits for any other.
  package static func html(_ text: String, options: MarkdownOptions = MarkdownOptions()) -> HTMLFragment {
    let head = head(of: text, limit: options.sizeLimit)
    let tree = MarkdownTree(head)
    var html = HTMLWriter()
    MarkdownWriter(options: options).write(blocksOf: tree.root, to: &html)
    let left = text.utf8.count - head.count
    if left > 0 {
      html.element(
        "p", ["class": "quiet"], text: "\(NumberText.byteSize(left)) more of these notes are not shown.")
      html.newline()
    }
    return html.fragment
  }

  /// The first bytes of `text`, up to the end of the last line or character that fits.
  private static func head(of text: String, limit: Int) -> [UInt8] {
    guard text.utf8.count > limit else { return Array(text.utf8) }
    let bytes = Array(text.utf8.prefix(limit))
    if let newline = bytes.lastIndex(of: UInt8(ascii: "\n")) { return Array(bytes[...newline]) }
    // Every byte of a character but its first has the form 10xxxxxx.
    let next = text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: limit)]
    guard next & 0xC0 == 0x80 else { return bytes }
    return Array(bytes[..<(bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0)])
  }
}
