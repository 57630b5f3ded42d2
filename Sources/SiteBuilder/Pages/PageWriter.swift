import Markup
package import ReportModel

/// Writes a page's values as HTML and puts them into the frame of its site.
///
/// ```swift
/// let writer = PageWriter(frame: frame, links: links, artifacts: artifacts, pictures: pictures)
/// let bytes = templates.render(writer.context(for: page), with: PageContext.template(of: page.kind))
/// ```
package struct PageWriter: Sendable {
  private let frame: SiteFrame
  private let links: LinkResolver
  private let artifacts: ArtifactContent
  private let pictures: PictureContent

  /// A writer for the page at one address; without `pictures`, examples show the paths of their images.
  package init(
    frame: SiteFrame, links: LinkResolver, artifacts: @escaping ArtifactContent,
    pictures: @escaping PictureContent = { _ in nil }
  ) {
    self.frame = frame
    self.links = links
    self.artifacts = artifacts
    self.pictures = pictures
  }

  /// The page as its template takes it.
  package func context(for page: ReportPage) -> PageContext {
    var ids = PageIDs()
    let page = ids.identify(page, rowID: links.rowID)
    let richText = RichTextWriter(address: address(in: ids))
    let tables = TableWriter(richText: richText, picture: pictures)
    let figures = FigureWriter(richText: richText, tables: tables)
    let blocks = BlockWriter(
      richText: richText, tables: tables, figures: figures, artifact: artifacts)
    return PageContext(
      frame: frame, documentTitle: documentTitle(of: page), isHome: page.kind == .index,
      kindName: page.kindName, title: page.title, titleDetail: page.titleDetail,
      breadcrumbs: Self.breadcrumbs(of: page, richText), meta: Self.meta(of: page, richText),
      lede: Self.paragraphs(page.lede, ["class": "lede"], richText),
      facts: FactsWriter(richText: richText).fragment(page.facts),
      openingFigure: page.openingFigure.map(figures.fragment) ?? HTMLFragment(),
      contents: Self.contents(of: page),
      sections: page.sections.map {
        SectionContext(slug: $0.slug, title: $0.title, body: blocks.fragment($0.blocks))
      },
      colophon: Self.paragraphs(page.colophon, [:], richText))
  }

  /// The site's addresses together with the page's own places.
  private func address(in ids: PageIDs) -> @Sendable (LinkTarget) -> SafeURL? {
    let links = links
    return { target in
      guard case .anchor(let slug) = target else { return links.address(target) }
      return ids[slug].map(SafeURL.fragment)
    }
  }

  /// From the page outwards: its title, the pages above it, the site.
  private func documentTitle(of page: ReportPage) -> String {
    let title = page.titleDetail.isEmpty ? page.title : "\(page.title), \(page.titleDetail)"
    guard page.kind != .index else { return title }
    return ([title] + page.breadcrumbs.reversed().map(\.plain) + [frame.siteTitle]).joined(separator: " – ")
  }

  /// A list of sections beside the page, for those kinds that are long and narrow enough.
  private static func contents(of page: ReportPage) -> [ContentsEntry] {
    switch page.kind {
    case .run, .comparison: page.sections.count > 1 ? page.sections.map(ContentsEntry.init) : []
    case .index, .experiment: []
    }
  }

  private static func breadcrumbs(of page: ReportPage, _ richText: RichTextWriter) -> HTMLFragment {
    let own = page.titleDetail.isEmpty ? page.title : "\(page.title) \(page.titleDetail)"
    return HTMLWriter.fragment { html in
      for breadcrumb in page.breadcrumbs { richText.element("li", breadcrumb, to: &html) }
      html.element("li", ["aria-current": "page"], text: page.kind == .comparison ? page.kindName : own)
    }
  }

  private static func meta(of page: ReportPage, _ richText: RichTextWriter) -> HTMLFragment {
    let parts = page.meta.filter { !$0.isEmpty }
    guard !parts.isEmpty else { return HTMLFragment() }
    return HTMLWriter.fragment { html in
      html.element("p", ["class": "meta"]) { html in
        for (position, part) in parts.enumerated() {
          if position > 0 { html.text(" ") }
          richText.element("span", part, to: &html)
        }
      }
    }
  }

  private static func paragraphs(
    _ texts: [RichText], _ attributes: HTMLAttributes, _ richText: RichTextWriter
  ) -> HTMLFragment {
    texts.filter { !$0.isEmpty }
      .map { text in HTMLWriter.fragment { richText.element("p", text, attributes, to: &$0) } }
      .joined(separator: .verbatim("\n"))
  }
}
