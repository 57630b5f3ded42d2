import ChartKit
import Diagnostics
import Foundation
import ReportModel
import Testing

@Suite struct FigureWriterTests {
  @Test func aFigureSaysItsFindingAndHelpsToReadIt() {
    let figure = ReportFigure(
      slug: "recall", finding: "3 is missed most", what: "Recall by label, n = \(strong: "9").",
      chart: TinyChart(),
      howToRead: "Each dot is a label.")
    #expect(
      PageSample.html(.figure(figure)) == """
        <figure id="recall">
        <figcaption><p class="finding">3 is missed most</p><p class="what">Recall by label, n = <strong>9</strong>.</p></figcaption>
        <svg class="chart w-s" role="img" aria-labelledby="recall-t recall-d" viewBox="0 0 40 20" width="40" height="20">
        <title id="recall-t">Recall</title>
        <desc id="recall-d">Lowest: 3.</desc>
        <clipPath id="recall-c1"><rect x="0" y="0" width="1" height="1"/></clipPath><g clip-path="url(#recall-c1)"></g>
        </svg>
        <div class="aids">
        <details><summary>How to read this</summary><p>Each dot is a label.</p></details>
        <details><summary>Data</summary><div class="scroll" tabindex="0" role="region" aria-label="Data: Recall">\
        <table><thead><tr><th scope="col">Label</th><th scope="col" class="n">Recall</th></tr></thead>
        <tbody>
        <tr><th scope="row">3</th><td class="n">0.9\u{2007}\u{2007}</td></tr>
        <tr><th scope="row">1</th><td class="n">0.956</td></tr>
        </tbody></table></div></details>
        </div>
        </figure>
        """)
  }

  @Test func rowsLeftOutOfTheDataAreCounted() {
    var chart = TinyChart()
    chart.table = ChartTable(columns: [.text("Label")], rows: (0..<1_500).map { ["\($0)"] })
    let html = PageSample.html(.figure(ReportFigure(slug: "a", finding: nil, what: "", chart: chart)))
    #expect(html.contains("</table></div><p>1,300 more rows</p></details>"))
    #expect(html.hasPrefix("<figure id=\"a\">\n<svg"))
  }

  @Test func dataThatLeadToOtherPagesStandInPlaceOfTheChartsOwn() {
    var figure = ReportFigure(slug: "a", finding: nil, what: "", chart: TinyChart())
    figure.data = ReportTable(
      label: "Data: Recall", columns: [.init("Run")],
      rows: [.init(["\("best", link: .experiment("digits"))"])])
    let html = PageSample.html(.figure(figure))
    #expect(
      html.contains(
        "<details><summary>Data</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Data: Recall\">"
      ))
    #expect(html.contains("<a href=\"digits.html\">best</a>"))
    #expect(html.components(separatedBy: "<summary>Data").count == 2 && !html.contains("0.956"))
  }

  @Test func aTableMayBeTheFigure() {
    let table = ReportTable(label: "Runs", columns: [.init("Run")], rows: [.init(["svm"])])
    let figure = ReportFigure(slug: "runs", finding: nil, what: "All runs.", table: table)
    #expect(
      PageSample.html(.figure(figure)) == """
        <figure id="runs">
        <figcaption><p class="what">All runs.</p></figcaption>
        <div class="scroll" tabindex="0" role="region" aria-label="Runs"><table><thead><tr>\
        <th scope="col">Run</th></tr></thead>
        <tbody>
        <tr><th scope="row">svm</th></tr>
        </tbody></table></div>
        </figure>
        """)
  }

  @Test func hostileWordsAreEscapedInEveryPlace() {
    let text = RichText([.init(PageSample.hostile)])
    let chart = TinyChart(
      title: PageSample.hostile, summary: PageSample.hostile,
      table: ChartTable(columns: [.text(PageSample.hostile)], rows: [[PageSample.hostile]]))
    let figure = ReportFigure(
      slug: PageSample.hostile, finding: text, what: text, chart: chart, howToRead: PageSample.hostile)
    let html = PageSample.html(.figure(figure))
    #expect(!html.contains("<script") && !html.contains("<!--"))
    #expect(html.ranges(of: "&lt;script&gt;").count == 8)
    #expect(html.hasPrefix("<figure id=\"title-script-alert-1-script"))
  }
}
