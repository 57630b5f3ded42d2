import Markup
import Testing

@testable import ChartKit

struct SVGWriterTests {
  @Test func figuresAreNamedAndDescribed() {
    let drawing = Drawing(
      width: 400, height: 100.5, setting: .figure(.small, keepsWidth: true),
      marks: [
        .text("a < b", at: Point(1, 2), anchor: .end, size: 11, isBold: true, ink: .strong, hasHalo: true)
      ])
    #expect(
      SVGWriter.image(drawing, slug: "roc", title: "ROC & co", summary: "Best: \"a\".").string == """
        <svg class="chart w-s keep" role="img" aria-labelledby="roc-t roc-d" viewBox="0 0 400 100.5" width="400" \
        height="100.5" fill="currentColor" font-family="sans-serif" font-size="12">
        <title id="roc-t">ROC &amp; co</title>
        <desc id="roc-d">Best: &quot;a&quot;.</desc>
        <text x="1" y="2" class="strong halo" fill="#16181d" text-anchor="end" font-size="11" \
        font-weight="600">a &lt; b</text>
        </svg>
        """)
  }

  @Test func figuresWithoutIDsAreNamedByAnAttribute() {
    let chart = HeatmapChart(title: "A & \"b\"", rows: ["r"], columns: ["c"], values: [[1]])
    let svg = SVGWriter.figureWithoutIDs(chart).string
    #expect(svg.contains("role=\"img\" aria-label=\"A &amp; &quot;b&quot;\""))
    #expect(svg.contains("<title>A &amp; &quot;b&quot;</title>\n<desc>1 by 1 cells, all 1.</desc>"))
    #expect(!svg.contains(" id=") && !svg.contains("aria-labelledby"))
  }

  @Test func decorationsAreHidden() {
    #expect(
      SVGWriter.decoration(SeriesLook.slot(1).sign).string == """
        <svg class="mark" aria-hidden="true" width="12" height="12">\
        <circle cx="6" cy="6" r="4.2" class="c1"/></svg>
        """)
    #expect(
      SVGWriter.decoration(SeriesLook.slot(2).sign).string.contains(
        "d=\"M6 .54l5.46 5.46-5.46 5.46-5.46-5.46z\""))
    #expect(
      SVGWriter.decoration(SeriesLook.baseline.sign).string.contains(
        "class=\"ground-fill ink-line\" stroke-width=\"1.75\""))
  }

  @Test func everyShapeHasItsElement() {
    let style = Style(fill: .sequential(7), stroke: Stroke(.series(3), width: 2.5, dash: [7, 3]))
    let drawing = Drawing(
      width: 10, height: 10, setting: .figure(.small),
      marks: [
        .shape(.rectangle(Rectangle(x: 1, y: 2, width: -3, height: 4)), style, title: "<hover>"),
        .line(Point(0, 0), Point(3, 0), .grid),
        .shape(.dots([Point(1, 1)]), Style(stroke: Stroke(.context, width: 3)), title: nil),
        .clip(
          Rectangle(x: 0, y: 0, width: 5, height: 5),
          [.rectangle(Rectangle(x: 0, y: 0, width: 1, height: 1), .empty)]),
        .text("up", at: Point(5, 6), rotation: -90),
      ])
    #expect(
      SVGWriter.image(drawing, slug: "s", title: "t", summary: "d").string == """
        <svg class="chart w-s" role="img" aria-labelledby="s-t s-d" viewBox="0 0 10 10" width="10" height="10" \
        fill="currentColor" font-family="sans-serif" font-size="12">
        <title id="s-t">t</title>
        <desc id="s-d">d</desc>
        <rect x="1" y="2" width="0" height="4" class="q7 c3-line" fill="#2171b5" stroke="#057552" stroke-width="2.5" \
        stroke-dasharray="7 3"><title>&lt;hover&gt;</title></rect>
        <path d="M0 0h3" class="grid" fill="none" stroke="#ddd"/>
        <path d="M1 1z" stroke-linecap="round" class="context-line" fill="none" stroke="#8a9099" stroke-width="3"/>
        <clipPath id="s-c1"><rect x="0" y="0" width="5" height="5"/></clipPath><g clip-path="url(#s-c1)">\
        <rect x="0" y="0" width="1" height="1" class="empty" fill="#f4f5f7"/></g>
        <text transform="translate(5 6) rotate(-90)">up</text>
        </svg>
        """)
  }

  @Test func whatNeighboursHaveInCommonIsWrittenOnce() {
    let drawing = Drawing(
      width: 10, height: 10, setting: .cell,
      marks: [
        .line(Point(0, 0), Point(3, 0), .grid), .line(Point(0, 2), Point(3, 2), .grid),
        .line(Point(0, 4), Point(3, 4), .axis),
        .text("a", at: Point(1, 2), anchor: .end, ink: .strong),
        .text("b", at: Point(1, 4), anchor: .end, ink: .strong),
        .text("c", at: Point(1, 6), ink: .strong),
        .text("d", at: Point(1, 8), anchor: .end, ink: .strong),
        .rectangle(Rectangle(x: 0, y: 0, width: 1, height: 1), .ink, title: "one"),
        .rectangle(Rectangle(x: 2, y: 0, width: 1, height: 1), .ink),
      ])
    #expect(
      SVGWriter.decoration(drawing).string == """
        <svg class="cell" aria-hidden="true" width="10" height="10">\
        <path d="M0 0h3m-3 2h3" class="grid"/><path d="M0 4h3" class="axis"/>\
        <g class="strong" text-anchor="end"><text x="1" y="2">a</text><text x="1" y="4">b</text>\
        <text x="1" y="8">d</text></g><text x="1" y="6" class="strong">c</text>\
        <g class="ink-fill"><rect x="0" y="0" width="1" height="1"><title>one</title></rect>\
        <rect x="2" y="0" width="1" height="1"/></g></svg>
        """)
  }
}
