import TestSupport
import Testing

@testable import PlotlyCharts

struct PlainTextTests {
  @Test(arguments: [
    ("R<sup>2</sup> of <b>a</b> &amp; b<br>all", "R² of a & b all"),
    ("x<sub>10</sub> <span style=\"color: red\">hot</span>", "x₁₀ hot"),
    ("10<sup>-3</sup>", "10⁻³"),
    ("<a href=\"javascript:alert(1)\">link</a>", "link"),
    ("<br/>line", "line"),
    ("a < b > c", "a < b > c"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("p<q", "p<q"),
    ("&lt;b&gt; &#233; &#x41; &nope; &", "<b> é A &nope; &"),
    ("&#xD800; &#99999999;", "&#xD800; &#99999999;"),
    (" two\n\tlines ", "two lines"),
    ("\u{202E}evil\0", "evil"),
    ("", ""),
  ])
  func tagsGoAndWordsStay(text: String, plain: String) {
    #expect(PlainText.of(text) == plain)
  }

  @Test func longTextsAreCut() {
    let text = PlainText.of(String(repeating: "é", count: 5000))
    #expect(text.unicodeScalars.count == PlainText.limit + 1 && text.hasSuffix("…"))
    #expect(PlainText.cut("short") == "short")
  }

  @Test func anyTextStaysShort() {
    var generator = SeededGenerator(seed: 71)
    let parts = [
      "<b>", "</b>", "<sup>", "&amp;", "&#x1F600;", "<", ">", "&", ";", "a", "é", "\u{301}", "\0", " ", "7",
    ]
    for _ in 0..<FuzzDose.rounds(default: 500) {
      let text = (0..<Int.random(in: 0...60, using: &generator))
        .map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      let plain = PlainText.of(text)
      #expect(plain.unicodeScalars.count <= text.unicodeScalars.count)
      #expect(!plain.contains("<b>") && !plain.contains("\0"))
    }
  }
}
