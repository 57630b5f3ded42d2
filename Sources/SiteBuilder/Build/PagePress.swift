import Diagnostics
import Markup
import ReportModel

/// Templates and assets, checked, and what they make of a page.
struct PagePress: Sendable {
  /// The style sheets of the screen, in order.
  private static let screenSheets = ["css/tokens.css", "css/base.css", "css/charts.css"]
  /// The style sheet of paper.
  private static let printSheet = "css/print.css"
  /// The scripts; pages are whole without them.
  private static let scripts = ["js/sort.js"]

  private let templates: TemplateLibrary
  private let assets: AssetMap
  private let singleFileHead: SingleFileHead
  /// What is odd about a user's own templates and resources but does no harm.
  let warnings: [Diagnostic]

  /// Loads and checks templates and assets, those of the user before those in the binary.
  ///
  /// - Throws: ``SiteError`` with every mistake in them.
  init(templates folder: String?, resources: String?, files: FileSystem) throws(SiteError) {
    var log = DiagnosticLog()
    let sources = TemplateSource.load(overrides: folder, files: files, log: &log)
    let library = AssetLibrary.load(overrides: resources, files: files, log: &log)
    if log.worst == .error { throw SiteError(log.diagnostics) }
    templates = try TemplateLibrary(sources, pages: PageContext.templatePages)
    assets = try AssetMap(library)
    singleFileHead = try SingleFileHead(assets, screen: Self.screenSheets, print: [Self.printSheet])
    warnings = log.diagnostics + templates.warnings
    for name in Self.screenSheets + [Self.printSheet] + Self.scripts { _ = try assets.route(of: name) }
  }

  /// The published assets.
  var assetFiles: [SiteFile] {
    assets.files.sorted { $0.key < $1.key }.map { SiteFile(route: $0.key, bytes: $0.value) }
  }

  /// What the look of a page of this kind depends on: version, templates and assets.
  func digest(of kind: ReportPage.Kind) -> String {
    var digest = ContentDigest()
    digest.add(AssayVersion.current)
    digest.add(templates.digest(of: PageContext.template(of: kind)))
    digest.add(assets.digest)
    return digest.hex
  }

  /// A page of a site, as the bytes of its file.
  func sitePage(
    _ page: ReportPage, at route: Route, title: String, links: LinkResolver, content: RunContent
  ) throws(SiteError) -> [UInt8] {
    let frame = SiteFrame(
      siteTitle: title, siteHref: SiteMap.index.link(from: route), version: AssayVersion.current,
      contentSecurityPolicy: .site, styles: try styles(from: route), scripts: try scripts(from: route))
    return bytes(of: page, frame: frame, links: links, content: content)
  }

  /// A page that stands alone.
  func singleFile(_ page: ReportPage, title: String, content: RunContent) -> [UInt8] {
    let frame = SiteFrame(
      siteTitle: title, siteHref: nil, version: AssayVersion.current,
      contentSecurityPolicy: singleFileHead.policy, styles: singleFileHead.styles)
    return bytes(of: page, frame: frame, links: LinkResolver { _ in nil }, content: content)
  }

  private func bytes(
    of page: ReportPage, frame: SiteFrame, links: LinkResolver, content: RunContent
  ) -> [UInt8] {
    let writer = PageWriter(
      frame: frame, links: links, artifacts: content.artifact, pictures: content.picture)
    return templates.render(writer.context(for: page), with: PageContext.template(of: page.kind))
  }

  private func styles(from page: Route) throws(SiteError) -> HTMLFragment {
    var html = HTMLWriter()
    for (position, name) in (Self.screenSheets + [Self.printSheet]).enumerated() {
      let link = try assets.route(of: name).link(from: page)
      if position > 0 { html.newline() }
      name == Self.printSheet
        ? html.void("link", ["rel": "stylesheet", "href": .url(link), "media": "print"])
        : html.void("link", ["rel": "stylesheet", "href": .url(link)])
    }
    return html.fragment
  }

  private func scripts(from page: Route) throws(SiteError) -> HTMLFragment {
    var html = HTMLWriter()
    for name in Self.scripts {
      let link = try assets.route(of: name).link(from: page)
      html.element("script", ["src": .url(link), "defer": .flag(true)], text: "")
    }
    return html.fragment
  }
}
