package import Markup

/// How Markdown becomes part of a page.
package struct MarkdownOptions: Sendable {
  /// Added to the level of each heading, up to 6: by default `#` becomes `h3`, below a section's own `h2`.
  package var headingShift: Int
  /// Bytes that are read at most.
  package var sizeLimit: Int
  /// Blocks and emphasis inside each other at most; what lies deeper is written as plain text.
  package var depthLimit: Int
  /// Where a link leads; nothing drops the link and keeps its words.
  package var link: @Sendable (_ destination: String) -> SafeURL?

  /// Options; by default every link that ``SafeURL`` lets through stays.
  package init(
    headingShift: Int = 2,
    sizeLimit: Int = 1 << 20,
    depthLimit: Int = 24,
    link: @escaping @Sendable (_ destination: String) -> SafeURL? = { SafeURL(link: $0) }
  ) {
    self.headingShift = headingShift
    self.sizeLimit = sizeLimit
    self.depthLimit = depthLimit
    self.link = link
  }

  /// Links to the web and to mail programs only: for pages where nobody knows what a relative link leads to.
  package static func outsideLink(_ destination: String) -> SafeURL? {
    let isOutside = ["http:", "https:", "mailto:"].contains { destination.lowercased().hasPrefix($0) }
    return isOutside ? SafeURL(link: destination) : nil
  }
}
