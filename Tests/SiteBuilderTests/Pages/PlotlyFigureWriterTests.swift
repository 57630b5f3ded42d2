import Markup
import TestSupport
import Testing

@testable import SiteBuilder

@Suite struct PlotlyFigureWriterTests {
  private func html(_ text: String, name: String = "loss.plotly.json") -> String? {
    PlotlyFigureWriter.fragment(Array(text.utf8), name: name, source: .text("the source"))?.string
  }

  @Test func aFigureIsDrawnWithItsDataAndItsSource() throws {
    let page = try #require(
      html(#"{"data": [{"y": [3, 1]}, {"visible": false}], "layout": {"title": "Loss <i>& co</i>"}}"#))
    #expect(
      page.hasPrefix(
        "<p class=\"finding\">Loss &amp; co</p><p class=\"what\">2 points, lowest 1 at 1, highest 3 at 0.</p>"
      ))
    #expect(page.contains("<svg class=\"chart w-m\" role=\"img\" aria-label=\"Loss &amp; co\""))
    #expect(page.contains("<desc>2 points, lowest 1 at 1, highest 3 at 0.</desc>"))
    #expect(page.contains("<p class=\"fine\">One series is hidden in the figure and left out.</p>"))
    #expect(page.contains("aria-label=\"Data: Loss &amp; co\""))
    #expect(page.contains("<details><summary>JSON</summary>\nthe source</details>"))
  }

  @Test func theFragmentBearsNoIDs() throws {
    for name in ["dates", "points", "overlaid", "confusion"] {
      let bytes = try Fixture.bytes("plotly/\(name).plotly.json")
      let html = PlotlyFigureWriter.fragment(bytes, name: "a.json", source: HTMLFragment())?.string ?? ""
      #expect(html.contains("<svg ") && !html.contains(" id=") && !html.contains("url(#"), "\(name)")
    }
  }

  @Test func aFigureThatIsNotDrawnSaysWhyAboveItsSource() {
    #expect(
      html(#"{"data": [{"type": "scatter3d"}], "layout": {}}"#)
        == "<p class=\"fine\">A figure of Plotly: a 3-D scatter plot is not drawn.</p>\nthe source")
  }

  @Test func whatIsNoFigureIsLeftToOthers() {
    #expect(html(#"{"data": [1], "layout": {}}"#) == nil)
    #expect(html(#"{"data": [{"y": [1]}], "layout": {}}"#, name: "loss.txt") == nil)
    #expect(html("not json") == nil)
  }
}
