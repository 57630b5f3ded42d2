import Markup
package import ReportModel

/// A page as templates place it: every name they may use.
package struct PageContext: PageModel {
  let frame: SiteFrame
  let documentTitle: String
  let isHome: Bool
  let kindName: String
  let title: String
  let titleDetail: String
  let breadcrumbs: HTMLFragment
  let meta: HTMLFragment
  let lede: HTMLFragment
  let facts: HTMLFragment
  let openingFigure: HTMLFragment
  let contents: [ContentsEntry]
  let sections: [SectionContext]
  let colophon: HTMLFragment

  package static let fields: [TemplateField<PageContext>] = [
    .text("documentTitle", "The title for the browser’s window and for bookmarks.") { $0.documentTitle },
    .text("siteTitle", "The site’s name.") { $0.frame.siteTitle },
    .text("siteHref", "The link to the first page; absent where the page stands alone.") {
      $0.frame.siteHref?.string
    },
    .flag("isHome", "Whether it is the first page.") { $0.isHome },
    .text("kindName", "What kind of page it is, in a word; absent on the first page.") { $0.kindName },
    .text("title", "What the page is about.") { $0.title },
    .text("titleDetail", "What tells it from others of the same title.") { $0.titleDetail },
    .fragment("breadcrumbs", "The pages above this one and its own name, as list items.") { $0.breadcrumbs },
    .fragment("meta", "A few facts in one line.") { $0.meta },
    .fragment("lede", "The answer, in one or two paragraphs.") { $0.lede },
    .fragment("facts", "What else belongs on the first screen, as a list of terms.") { $0.facts },
    .fragment("openingFigure", "The figure of the first screen.") { $0.openingFigure },
    .flag("hasContents", "Whether the page has a contents list.") { !$0.contents.isEmpty },
    .list("contents", "The contents list.") { $0.contents },
    .list("sections", "The sections, in reading order.") { $0.sections },
    .fragment("colophon", "How the numbers came about, as paragraphs.") { $0.colophon },
    .text("version", "The version of Assay.") { $0.frame.version },
    .fragment("contentSecurityPolicy", "What the page may load and run, as a meta element.") {
      $0.frame.contentSecurityPolicy.meta
    },
    .fragment("styles", "The style sheets.") { $0.frame.styles },
    .fragment("scripts", "The scripts, if there are any.") { $0.frame.scripts },
  ]

  /// All kinds of page with their templates, `pages/run` and so on.
  package static let templatePages: [TemplatePage] = ReportPage.Kind.allCases.map {
    TemplatePage(template(of: $0), of: PageContext.self)
  }

  /// The template that a page of this kind starts from.
  package static func template(of kind: ReportPage.Kind) -> String { "pages/" + kind.rawValue }
}
