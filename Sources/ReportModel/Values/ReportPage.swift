/// A whole page as a value: everything it says, nothing about how it is written.
package struct ReportPage: Sendable {
  /// Which page it is.
  package var kind: Kind
  /// The words before the title: “Run”, “Comparison”.
  package var kindName: String
  /// What the page is about.
  package var title: String
  /// What tells it from others of the same title: a date, an id, or nothing.
  package var titleDetail: String
  /// The pages above this one, outermost first, without the site's own and without this page.
  package var breadcrumbs: [RichText]
  /// A few facts in one line under the title.
  package var meta: [RichText]
  /// The answer in one or two sentences.
  package var lede: [RichText]
  /// What else belongs on the first screen.
  package var facts: [ReportFact]
  /// The one figure of the first screen.
  package var openingFigure: ReportFigure?
  /// Everything else.
  package var sections: [ReportSection]
  /// How the numbers came about, at the foot.
  package var colophon: [RichText]

  /// The kinds of page.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The site's first page.
    case index
    /// One experiment.
    case experiment
    /// One run.
    case run
    /// Runs beside each other.
    case comparison
  }

  /// A page with nothing but its title.
  package init(kind: Kind, kindName: String, title: String, titleDetail: String = "") {
    self.kind = kind
    self.kindName = kindName
    self.title = title
    self.titleDetail = titleDetail
    breadcrumbs = []
    meta = []
    lede = []
    facts = []
    openingFigure = nil
    sections = []
    colophon = []
  }
}
