import CCMark

/// The tree that cmark makes of a text; freed with this value.
struct MarkdownTree: ~Copyable {
  /// The document, which must not be used when the tree is gone.
  let root: MarkdownNode

  /// Parses UTF-8.
  init(_ bytes: [UInt8]) {
    root = bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return MarkdownNode(cmark_parse_document(start, buffer.count, CMARK_OPT_DEFAULT))
    }
  }

  deinit {
    cmark_node_free(root.pointer)
  }
}
