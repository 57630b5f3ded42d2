import Diagnostics
import ReportModel
import Testing

@Suite struct BlockWriterTests {
  private func figure(_ slug: String) -> ReportBlock {
    .figure(
      ReportFigure(slug: slug, finding: nil, what: "", table: ReportTable(label: "", columns: [], rows: [])))
  }

  @Test func neighbouringParagraphsFormOneText() {
    #expect(
      PageSample.html(.paragraph("a"), .paragraph("b"), .heading("c"), .paragraph("d"), .paragraph(""))
        == "<div class=\"prose\"><p>a</p><p>b</p></div>\n<h3>c</h3>\n<div class=\"prose\"><p>d</p></div>")
  }

  @Test func markdownIsWrittenBelowTheSectionsHeadingWithoutLinksIntoTheUnknown() {
    #expect(
      PageSample.html(.markdown("# A\n\n<b>x</b> [y](other.html) [z](https://example.org)"))
        == "<div class=\"prose\">\n<h3>A</h3>\n<p>x y <a href=\"https://example.org\">z</a></p>\n</div>")
  }

  @Test func factsAreAListOfTerms() {
    #expect(
      PageSample.html(.facts([ReportFact("How sure", "\(strong: "very")")]))
        == "<dl class=\"facts\">\n<div><dt>How sure</dt><dd><strong>very</strong></dd></div>\n</dl>")
    #expect(PageSample.html(.facts([])) == "")
  }

  @Test func foldedBlocksStandUnderTheirSummary() {
    #expect(
      PageSample.html(.fold(summary: "More", blocks: [.remark("a")]))
        == "<details class=\"fold\"><summary>More</summary>\n<p class=\"fine\">a</p></details>")
  }

  @Test func textKeepsItsFirstLineBreak() {
    #expect(
      PageSample.html(.preformatted(label: "Error", text: "\n a < b"))
        == "<pre tabindex=\"0\" role=\"region\" aria-label=\"Error\">\n\n a &lt; b</pre>")
  }

  @Test func columnsStandInPairsOrThreesAndFiguresWithoutABox() {
    let remark = ReportBlock.remark("r")
    let pair = PageSample.html(.columns([[figure("a")], [remark, remark]], leadsWithFirst: true))
    #expect(pair.hasPrefix("<div class=\"pair lead\">\n<figure id=\"a\">"))
    #expect(
      pair.hasSuffix(
        "</figure>\n<div class=\"stack\"><p class=\"fine\">r</p>\n<p class=\"fine\">r</p></div>\n</div>"))
    #expect(
      PageSample.html(.columns([[remark], [remark]], leadsWithFirst: false)).hasPrefix("<div class=\"pair\">")
    )
    let trio = PageSample.html(.columns([[remark], [remark], [remark], [remark]], leadsWithFirst: true))
    #expect(trio.hasPrefix("<div class=\"trio\">"))
    #expect(PageSample.html(.columns([[remark], []], leadsWithFirst: true)) == "<p class=\"fine\">r</p>")
  }

  @Test func anArtifactStandsUnderItsName() {
    #expect(
      PageSample.html(.artifact(run: PageSample.run, id: "log.txt"))
        == "<figure><figcaption><p class=\"what\"><code>log.txt</code></p></figcaption>a &lt; b</figure>")
  }

  @Test func artifactsOfSeveralRunsStandSideBySideUnderTheRunsNames() {
    let runs = [PageSample.run, PageSample.run]
    #expect(
      PageSample.html(.artifactRow(id: "log.txt", runs: runs, names: ["A <svm>", "B"])) == """
        <h3><code>log.txt</code></h3>
        <div class="pair">
        <figure><figcaption><p class="what">A &lt;svm&gt;</p></figcaption>a &lt; b</figure>
        <figure><figcaption><p class="what">B</p></figcaption>a &lt; b</figure>
        </div>
        """)
    let missing = PageSample.html(.artifactRow(id: "x", runs: runs, names: ["A", "B"]))
    #expect(missing.ranges(of: "<p class=\"fine\">Without this artifact.</p>").count == 2)
  }

  @Test func hostileWordsAreEscapedInEveryPlace() {
    let words = PageSample.hostile
    let text = RichText([.init(words)])
    let html = PageSample.html(
      .paragraph(text), .remark(text), .heading(words), .markdown(words), .facts([ReportFact(words, text)]),
      .fold(summary: words, blocks: [.preformatted(label: words, text: words)]),
      .artifact(run: PageSample.run, id: .init(words)),
      .artifactRow(id: .init(words), runs: [PageSample.run], names: [words]))
    #expect(!html.contains("<script") && !html.contains("<!--") && !html.contains("</title"))
    #expect(html.ranges(of: "&lt;script&gt;").count == 11)
  }
}
