import CCMark

/// A node of cmark's tree, read only.
struct MarkdownNode {
  /// cmark's own node.
  let pointer: OpaquePointer?

  /// Wraps a node of cmark's.
  init(_ pointer: OpaquePointer?) {
    self.pointer = pointer
  }

  /// What the node is.
  var type: cmark_node_type { cmark_node_get_type(pointer) }

  /// The text of text, code and code blocks; empty for others.
  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

  /// Where a link or a picture leads.
  var destination: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  /// The word behind the opening fence of a code block, in lower case; empty if there is none.
  var language: String {
    let info = cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? ""
    return info.split(separator: " ").first.map { $0.lowercased() } ?? ""
  }

  /// The level of a heading, 1 to 6.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// Whether a list counts its items.
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  /// The number of the first item of an ordered list.
  var start: Int { Int(cmark_node_get_list_start(pointer)) }

  /// Whether the items of a list stand without paragraphs of their own.
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// The nodes directly below, in order.
  var children: some Sequence<MarkdownNode> {
    sequence(first: MarkdownNode(cmark_node_first_child(pointer))) { node in
      MarkdownNode(cmark_node_next(node.pointer))
    }
    .prefix { $0.pointer != nil }
  }

  /// The words of this node and all below it, without any marks; never recursive, however deep the tree.
  var plainText: String {
    let events = cmark_iter_new(pointer)
    defer { cmark_iter_free(events) }
    var text = ""
    while true {
      let event = cmark_iter_next(events)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER else { continue }
      let node = MarkdownNode(cmark_iter_get_node(events))
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK: text += node.literal
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += "\n"
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: if !text.isEmpty { text += "\n" }
      default: break
      }
    }
  }
}
