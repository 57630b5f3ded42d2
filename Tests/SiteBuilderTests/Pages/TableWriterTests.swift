import ChartKit
import ReportModel
import Testing

@testable import SiteBuilder

@Suite struct TableWriterTests {
  private let cell = Drawing(width: 10, height: 8, setting: .cell)
  private let cellSVG =
    "<svg class=\"cell\" aria-hidden=\"true\" width=\"10\" height=\"8\"></svg>"

  private func body(_ table: ReportTable) -> String {
    let html = PageSample.html(.table(table))
    return html.components(between: "<tbody>\n", and: "</tbody>") ?? html
  }

  @Test func aTableStandsInARegionThatScrolls() {
    let table = ReportTable(
      label: "Runs & more",
      columns: [.init("Run"), .init("Accuracy", .tightNumber), .init("95 % interval", .interval)],
      rows: [.init(["svm", "0.970", "[0.957, 0.979]"], isThis: true)],
      layout: .init(isFull: true, isPinned: true, isTall: true))
    #expect(
      PageSample.html(.table(table)) == """
        <div class="scroll pinned" tabindex="0" role="region" aria-label="Runs &amp; more"><table class="full tall">\
        <thead><tr><th scope="col">Run</th><th scope="col" class="n tight">Accuracy</th>\
        <th scope="col">95 % interval</th></tr></thead>
        <tbody>
        <tr class="this"><th scope="row">svm</th><td class="n tight">0.970</td><td class="ci">[0.957, 0.979]</td></tr>
        </tbody></table></div>
        """)
  }

  @Test func aDrawingTakesThePlaceOfItsWordsButForThoseWhoCannotSee() {
    let table = ReportTable(
      label: "Metrics", columns: [.init("Metric"), .init("Plotted", .plot, axis: cell)],
      rows: [.init(["Accuracy", .init(drawing: cell, text: "high")]), .init(["F1", ""])])
    let html = PageSample.html(.table(table))
    let words = "<span class=\"hidden-text\">Plotted</span>"
    #expect(html.contains("<th scope=\"col\" class=\"plot\">\(words)\(cellSVG)</th>"))
    #expect(html.contains("<td class=\"plot\"><span class=\"hidden-text\">high</span>\(cellSVG)</td>"))
    #expect(html.contains("<th scope=\"row\">F1</th><td></td>"))
  }

  @Test func aSignStandsBeforeItsWords() {
    let sign = Drawing(width: 12, height: 12, setting: .sign)
    let table = ReportTable(
      label: "Runs", columns: [.init("A", axis: sign)], rows: [.init([.init(drawing: sign, text: "svm")])])
    #expect(body(table).contains("<th scope=\"row\"><svg class=\"mark\""))
    #expect(body(table).contains("</svg>svm</th>"))
  }

  @Test func groupsHaveHeadLinesAndBodiesOfTheirOwn() {
    let table = ReportTable(
      label: "Metrics", columns: [.init("Metric"), .init("Value", .number)],
      groups: [
        .init(title: "Higher is better", rows: [.init(["Accuracy", "0.9"])]),
        .init(title: "Lower is better", rows: [.init(["Log loss", "0.1"])]),
      ])
    #expect(
      PageSample.html(.table(table)).hasSuffix(
        """
        <tbody><tr class="subhead"><th colspan="2" scope="colgroup">Higher is better</th></tr>
        <tr><th scope="row">Accuracy</th><td class="n">0.9</td></tr>
        </tbody><tbody><tr class="subhead"><th colspan="2" scope="colgroup">Lower is better</th></tr>
        <tr><th scope="row">Log loss</th><td class="n">0.1</td></tr>
        </tbody></table></div>
        """))
  }

  @Test func theLastCellOfAShortRowCoversTheRest() {
    let table = ReportTable(
      label: "Runs", columns: [.init("Run"), .init("A", .number), .init("B", .number)],
      rows: [.init(["nb", "failed: \(code: "x")"]), .init(["svm", "1.5", "2"]), .init(["mlp", "10", "3"])])
    #expect(
      body(table) == """
        <tr><th scope="row">nb</th><td colspan="2" class="why">failed: <code>x</code></td></tr>
        <tr><th scope="row">svm</th><td class="n">1.5</td><td class="n">2</td></tr>
        <tr><th scope="row">mlp</th><td class="n">10\u{2008}\u{2007}</td><td class="n">3</td></tr>

        """)
  }

  @Test func pointsStandBelowEachOtherWhereAllEntriesAreNumbers() {
    #expect(
      NumberColumn(["0.25", "−12", "—", "1,000.5", ""]).paddings == [
        "", "\u{2008}\u{2007}\u{2007}", "", "\u{2007}", "",
      ])
    #expect(NumberColumn(["0.25", "12", "1 of 3"]).paddings == ["", "", ""])
    #expect(NumberColumn(["0.25", "12", "1.2.3"]).paddings == ["", "", ""])
  }

  @Test func theBestValueIsMarkedAndANoteStandsBelow() {
    let table = ReportTable(
      label: "Runs", columns: [.init("Run"), .init("A", .number)],
      rows: [.init([.init("svm", note: "C = 1"), .init("0.9", isBest: true)])])
    #expect(
      body(table)
        == "<tr><th scope=\"row\">svm<span class=\"sub\">C = 1</span></th><td class=\"n best\">0.9</td></tr>\n"
    )
  }

  @Test func shortWordsOfADenseTableDoNotWrap() {
    let long = String(repeating: "word ", count: 9)
    let table = ReportTable(
      label: "Runs", columns: [.init("Run"), .init("Note")], rows: [.init(["svm", "\(long)"])],
      layout: .init(isDense: true))
    #expect(body(table) == "<tr><th scope=\"row\" class=\"nowrap\">svm</th><td>\(long)</td></tr>\n")
  }

  @Test func aTableToBeSortedSaysWhatItsColumnsAreSortedBy() {
    let table = ReportTable(
      label: "Runs", columns: [.init("Run"), .init("A", .number), .init("95 %", .interval)], rows: [],
      layout: .init(isSortable: true))
    let html = PageSample.html(.table(table))
    #expect(html.contains("<table data-sort>"))
    #expect(
      html.contains(
        "<th scope=\"col\" data-sort=\"text\">Run</th><th scope=\"col\" class=\"n\" data-sort=\"number\">A</th>"
          + "<th scope=\"col\">95 %</th>"))
  }

  @Test func aRowThatOthersLinkToBearsItsIdOnce() {
    let row = ReportTable.Row(["svm"], anchor: .leaderboardRow(PageSample.run))
    let unknown = ReportTable.Row(["nb"], anchor: .run(PageSample.run))
    let table = ReportTable(label: "Runs", columns: [.init("Run")], rows: [row, row, unknown])
    #expect(
      body(table) == """
        <tr id="run-r1"><th scope="row">svm</th></tr>
        <tr><th scope="row">svm</th></tr>
        <tr><th scope="row">nb</th></tr>

        """)
  }

  @Test func aPictureIsShownInOneSizeAndAnUnknownOneByItsPath() {
    let table = ReportTable(
      label: "Errors", columns: [.init("Id"), .init("Image", .prose)],
      rows: [
        .init(["7", .init(example: "8.png", run: PageSample.run)]),
        .init(["8", .init(example: "../<b>", run: PageSample.run)]),
        .init(["9", .init(example: "", run: PageSample.run)]),
      ])
    #expect(
      body(table) == """
        <tr><th scope="row">7</th><td class="pic">\
        <img class="example enlarged" width="56" height="28" alt="Image of 7" src="8.png"></td></tr>
        <tr><th scope="row">8</th><td class="pic"><code>../&lt;b&gt;</code></td></tr>
        <tr><th scope="row">9</th><td class="pic"></td></tr>

        """)
  }

  @Test func hostileWordsAreEscapedInEveryPlace() {
    let text = RichText([.init(PageSample.hostile)])
    let table = ReportTable(
      label: PageSample.hostile, columns: [.init(text), .init(text, axis: cell)],
      groups: [
        .init(title: text, rows: [.init([.init(text, note: text), .init(drawing: cell, text: text)])])
      ])
    let html = PageSample.html(.table(table))
    #expect(!html.contains("<script") && !html.contains("<!--"))
    #expect(html.ranges(of: "&lt;script&gt;").count == 7)
  }
}

extension String {
  /// The text between the first `start` and the next `end`.
  func components(between start: String, and end: String) -> String? {
    guard let from = firstRange(of: start), let to = self[from.upperBound...].firstRange(of: end) else {
      return nil
    }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
