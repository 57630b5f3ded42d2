import CCMark
import Markup

extension MarkdownWriter {
  /// Writes what stands in a paragraph, a heading or a cell; `depth` counts the blocks and marks around.
  func write(inlines: some Sequence<MarkdownInline>, depth: Int, to html: inout HTMLWriter) {
    for inline in inlines {
      switch inline {
      case .text(let text): html.text(text)
      case .node(let node): write(inline: node, depth: depth, to: &html)
      }
    }
  }

  private func write(inline node: MarkdownNode, depth: Int, to html: inout HTMLWriter) {
    switch node.type {
    case CMARK_NODE_TEXT: html.text(node.literal)
    case CMARK_NODE_CODE: html.element("code", text: node.literal)
    case CMARK_NODE_SOFTBREAK: html.newline()
    case CMARK_NODE_LINEBREAK:
      html.void("br")
      html.newline()
    case CMARK_NODE_EMPH: write(node, as: "em", depth: depth, to: &html)
    case CMARK_NODE_STRONG: write(node, as: "strong", depth: depth, to: &html)
    case CMARK_NODE_LINK:
      if let url = options.link(node.destination) {
        write(node, as: "a", ["href": .url(url)], depth: depth, to: &html)
      } else {
        write(inlines: node.inlines, depth: depth + 1, to: &html)
      }
    case CMARK_NODE_IMAGE:
      let words = node.plainText
      html.element("span", ["class": "quiet"], text: words.isEmpty ? "(image)" : "(image: \(words))")
    default: break  // Raw HTML.
    }
  }

  private func write(
    _ node: MarkdownNode, as name: StaticString, _ attributes: HTMLAttributes = [:], depth: Int,
    to html: inout HTMLWriter
  ) {
    html.element(name, attributes) { html in
      if depth < options.depthLimit {
        write(inlines: node.inlines, depth: depth + 1, to: &html)
      } else {
        html.text(node.plainText)
      }
    }
  }
}

/// A piece of a paragraph: a node of the tree, or a part of a text node.
enum MarkdownInline {
  case node(MarkdownNode)
  case text(String)
}

extension MarkdownNode {
  /// The nodes directly below, as pieces of a paragraph.
  var inlines: [MarkdownInline] { children.map(MarkdownInline.node) }
}
