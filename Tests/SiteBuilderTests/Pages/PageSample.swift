import ChartKit
import Diagnostics
import Markup
import ReportModel
import RunModel

@testable import SiteBuilder

/// Small values that the tests of pages are made of.
enum PageSample {
  /// Markup, a quote of each kind and an ampersand: what must never arrive in a page as it is.
  static let hostile = "</title><script>alert('1')</script>\"&<!--"

  static let run = RunID(experiment: "digits", variant: "svm", run: "r1")

  static let frame = SiteFrame(
    siteTitle: "Site", siteHref: SafeURL(path: "../index.html"), version: "0.1.0",
    contentSecurityPolicy: .site, styles: .verbatim("<link rel=\"stylesheet\" href=\"a.css\">"))

  /// A site of one experiment, whose page has a row for the run.
  static let links = LinkResolver(
    address: { target in
      switch target {
      case .experiment("digits"): SafeURL(path: "digits.html")
      case .leaderboardRow(run): SafeURL(path: "digits.html", fragment: "run-r1")
      default: nil
      }
    },
    rowID: { $0 == .leaderboardRow(run) ? "run-r1" : nil })

  static let artifacts: ArtifactContent = { _, id in id == "log.txt" ? .text("a < b") : HTMLFragment() }

  static let writer = PageWriter(frame: frame, links: links, artifacts: artifacts) { image in
    image.path == "8.png" ? ExamplePicture(source: SafeURL(path: "8.png"), width: 8, height: 4) : nil
  }

  /// The HTML of blocks, as the body of a page's only section.
  static func html(_ blocks: ReportBlock...) -> String {
    var page = ReportPage(kind: .run, kindName: "Run", title: "svm")
    page.sections = [ReportSection(slug: "section", title: "Section", blocks: blocks)]
    return html(page)["body"] ?? ""
  }

  /// The markup of a page's parts by their names; that of the sections under “body”.
  static func html(_ page: ReportPage) -> [String: String] {
    let context = writer.context(for: page)
    return [
      "breadcrumbs": context.breadcrumbs.string, "meta": context.meta.string, "lede": context.lede.string,
      "facts": context.facts.string, "openingFigure": context.openingFigure.string,
      "colophon": context.colophon.string,
      "body": context.sections.map(\.body).joined(separator: .verbatim("\n")).string,
    ]
  }
}

/// A chart of one clipped nothing, with the given words.
struct TinyChart: Chart {
  var title = "Recall"
  var summary = "Lowest: 3."
  var table = ChartTable(
    columns: [.text("Label"), .number("Recall")], rows: [["3", "0.9"], ["1", "0.956"]])

  func drawing() -> Drawing {
    Drawing(
      width: 40, height: 20, setting: .figure(.small),
      marks: [.clip(Rectangle(x: 0, y: 0, width: 1, height: 1), [])])
  }
}
