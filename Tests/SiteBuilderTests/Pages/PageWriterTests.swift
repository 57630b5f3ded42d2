import Diagnostics
import Markup
import ReportModel
import Testing

@testable import SiteBuilder

@Suite struct PageWriterTests {
  private var page: ReportPage {
    var page = ReportPage(kind: .run, kindName: "Run", title: "svm <&>", titleDetail: "2026-11-18")
    page.breadcrumbs = ["\("digits", link: .experiment("digits"))"]
    page.meta = ["a", "", "\("digits", link: .experiment("digits"))"]
    page.lede = ["Accuracy is \(strong: "0.970").", "Second."]
    page.facts = [ReportFact("How sure", "See \("errors", link: .anchor("errors")).")]
    page.openingFigure = ReportFigure(slug: "recall", finding: "F", what: "W", chart: TinyChart())
    page.sections = [
      ReportSection(slug: "recall", title: "Recall", blocks: [.heading("H"), .markdown("# A")]),
      ReportSection(
        slug: "errors", title: "All errors", shortTitle: "Errors", count: 1_200,
        blocks: [
          .fold(
            summary: "S",
            blocks: [.figure(ReportFigure(slug: "recall", finding: nil, what: "", chart: TinyChart()))]),
          .columns(
            [
              [
                .table(
                  ReportTable(
                    label: "T", columns: [.init("Run")],
                    rows: [.init(["svm"], anchor: .leaderboardRow(PageSample.run))]))
              ],
              [.figure(ReportFigure(slug: "errors", finding: nil, what: "", chart: TinyChart()))],
            ], leadsWithFirst: false),
        ]),
    ]
    page.colophon = ["Recomputed.", "Twice."]
    return page
  }

  private func rendered(_ page: ReportPage, by writer: PageWriter = PageSample.writer) throws -> String {
    var log = DiagnosticLog()
    let sources = TemplateSource.load(overrides: nil, files: .inMemory([:]), log: &log)
    let templates = try TemplateLibrary(sources, pages: PageContext.templatePages)
    let bytes = templates.render(writer.context(for: page), with: PageContext.template(of: page.kind))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func theHeadOfAPageIsWrittenFromItsValues() {
    let html = PageSample.html(page)
    #expect(
      html["breadcrumbs"]
        == "<li><a href=\"digits.html\">digits</a></li><li aria-current=\"page\">svm &lt;&amp;&gt; 2026-11-18</li>"
    )
    #expect(
      html["meta"] == "<p class=\"meta\"><span>a</span> <span><a href=\"digits.html\">digits</a></span></p>")
    #expect(
      html["lede"]
        == "<p class=\"lede\">Accuracy is <strong>0.970</strong>.</p>\n<p class=\"lede\">Second.</p>")
    #expect(html["facts"]?.contains("<dd>See <a href=\"#errors\">errors</a>.</dd>") == true)
    #expect(html["colophon"] == "<p>Recomputed.</p>\n<p>Twice.</p>")
  }

  @Test func theTemplatesUseOnlyNamesThatAPageHas() throws {
    let html = try rendered(page)
    #expect(html.contains("<title>svm &lt;&amp;&gt;, 2026-11-18 – digits – Site</title>"))
    #expect(html.contains("<a class=\"site\" href=\"../index.html\">Site</a>"))
    #expect(html.contains("<p class=\"kind\">Run</p>"))
    #expect(html.contains("<h1>svm &lt;&amp;&gt; <span class=\"id\">2026-11-18</span></h1>"))
    #expect(html.contains("<li><a href=\"#errors\">Errors<span class=\"n\">1,200</span></a></li>"))
    #expect(html.contains("<p>Built by Assay 0.1.0.</p>"))
  }

  @Test func theIdsOfAPageAreUnique() throws {
    let html = try rendered(page)
    let ids = html.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(ids.count == Set(ids).count)
    #expect(
      Set(ids).isSuperset(of: ["main", "recall", "recall-2", "recall-2-t", "recall-3", "errors", "run-r1"]))
  }

  @Test func everyLinkInsideAPageLeadsToAnIdOfIt() throws {
    var page = page
    page.breadcrumbs = []
    page.meta = []
    var frame = PageSample.frame
    frame.siteHref = nil
    frame.styles = HTMLFragment()
    let writer = PageWriter(frame: frame, links: PageSample.links, artifacts: PageSample.artifacts)
    var checker = LinkChecker()
    checker.add(page: Array(try rendered(page, by: writer).utf8), at: Route("run.html"))
    #expect(checker.diagnostics == [])
  }

  @Test func headingsStepDownByOneLevel() throws {
    let html = try rendered(page)
    let levels = html.split(separator: "<h").dropFirst().compactMap { $0.first?.wholeNumberValue }
    #expect(levels == [1, 2, 3, 3, 2])
  }

  @Test func onlyLongPagesHaveAContentsList() throws {
    for kind in ReportPage.Kind.allCases {
      var page = page
      page.kind = kind
      #expect(
        try rendered(page).contains("<nav class=\"contents\"") == (kind == .run || kind == .comparison),
        "\(kind)")
    }
  }

  @Test func aPageThatStandsAloneNamesTheSiteWithoutALink() throws {
    var frame = PageSample.frame
    frame.siteHref = nil
    let writer = PageWriter(frame: frame, links: PageSample.links, artifacts: PageSample.artifacts)
    #expect(try rendered(page, by: writer).contains("<span class=\"site\">Site</span>"))
  }

  @Test func theFirstPageIsTitledByItself() throws {
    let html = try rendered(ReportPage(kind: .index, kindName: "", title: "Three <classifiers>"))
    #expect(html.contains("<title>Three &lt;classifiers&gt;</title>"))
    #expect(html.contains("<body class=\"home\">"))
    #expect(!html.contains("class=\"kind\"") && !html.contains("class=\"masthead\""))
  }

  @Test func hostileWordsAreEscapedInEveryPlace() throws {
    let words = PageSample.hostile
    let text = RichText([.init(words, link: .file(words))])
    var page = ReportPage(kind: .run, kindName: words, title: words, titleDetail: words)
    page.breadcrumbs = [text]
    page.meta = [text]
    page.lede = [text]
    page.colophon = [text]
    page.sections = ["a", words].map { ReportSection(slug: $0, title: words, shortTitle: words, blocks: []) }
    var frame = PageSample.frame
    frame.siteTitle = words
    frame.version = words
    let writer = PageWriter(frame: frame, links: PageSample.links, artifacts: PageSample.artifacts)
    let html = try rendered(page, by: writer)
    #expect(!html.contains("<script") && !html.contains("<!--"))
    #expect(html.ranges(of: "</title>").count == 1)
  }
}
