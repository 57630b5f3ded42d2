import Markup
import TestSupport
import Testing

struct HTMLWriterTests {
  @Test func elementsHoldEscapedTextAndAttributes() {
    var html = HTMLWriter()
    html.element("td", ["class": "n"]) { $0.text("a & b") }
    #expect(html.fragment.string == "<td class=\"n\">a &amp; b</td>")
  }

  @Test func elementsNestAndFragmentsAreNotEscapedAgain() {
    let inner = HTMLFragment.text("1 < 2")
    let outer = HTMLWriter.fragment { html in
      html.element("p") { html in
        html.element("b", text: "so: ")
        html.fragment(inner)
      }
    }
    #expect(outer.string == "<p><b>so: </b>1 &lt; 2</p>")
  }

  @Test func attributesOfEveryKindAreWritten() {
    let html = HTMLWriter.fragment {
      $0.void(
        "input",
        [
          "title": .text("\"x\" & 'y'"), "open": .flag(true), "hidden": .flag(false), "size": .integer(-3),
          "data-x": .coordinate(1.257), "href": .url(SafeURL(path: "a b")),
        ])
    }
    #expect(
      html.string
        == "<input title=\"&quot;x&quot; &amp; &#39;y&#39;\" open size=\"-3\" data-x=\"1.26\" href=\"a%20b\">"
    )
  }

  @Test func linksTakeNothingButSafeURLs() async {
    await #expect(processExitsWith: .failure) {
      _ = HTMLWriter.fragment { $0.element("a", ["href": "javascript:alert(1)"], text: "x") }
    }
    let link = HTMLWriter.fragment { $0.element("a", ["href": .url(.fragment("top"))], text: "x") }
    #expect(link.string == "<a href=\"#top\">x</a>")
  }

  @Test func onlyForeignElementsCloseThemselves() {
    let html = HTMLWriter.fragment {
      $0.void("br")
      $0.selfClosing("path", ["d": "M0 0"])
    }
    #expect(html.string == "<br><path d=\"M0 0\"/>")
  }

  @Test func quotesBeforeCombiningMarksAreEscaped() {
    // "\u{301} is one Character that is no quote, but its first byte still ends an attribute.
    let html = HTMLWriter.fragment {
      $0.element("a", ["title": .text("\"\u{301}onload=x <\u{338}b>\u{20D2}")], text: "&\u{301}")
    }
    #expect(
      html.string
        == "<a title=\"&quot;\u{301}onload=x &lt;\u{338}b&gt;\u{20D2}\">&amp;\u{301}</a>")
  }

  @Test func whatNeitherHTMLNorXMLAllowsBecomesTheReplacementCharacter() {
    let forbidden = "\0\u{1}\u{8}\u{B}\u{C}\u{1F}\u{7F}\u{80}\u{9F}\u{FFFE}\u{FFFF}"
    let replaced = HTMLFragment.text(forbidden).string
    #expect(
      replaced.unicodeScalars.map(\.value) == Array(repeating: 0xFFFD, count: forbidden.unicodeScalars.count))
    #expect(HTMLFragment.text("a\tb\nc\r\u{A0}\u{FFFD}é").string == "a\tb\nc\n\u{A0}\u{FFFD}é")
  }

  @Test func noHostileStringLeavesItsPlace() {
    var generator = SeededGenerator(seed: 22)
    let pieces = [
      "\"", "'", "<", ">", "&", "]]>", "\0", "\u{301}", "\u{202E}", "</p>", "é", "a", "\u{FFFF}", "\r\n", "🏳️‍🌈",
    ]
    for _ in 0..<FuzzDose.rounds(default: 500) {
      let string = (0..<Int.random(in: 0..<12, using: &generator))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      let bytes = HTMLFragment.text(string).bytes
      #expect(!bytes.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") })
      #expect(!bytes.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 0 })
      #expect(String(validating: bytes, as: UTF8.self) != nil)
      #expect(unescaped(String(decoding: bytes, as: UTF8.self)) == cleaned(string))
    }
  }

  /// What a parser reads back, which knows no Characters either.
  private func unescaped(_ text: String) -> [Unicode.Scalar] {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(Array(text.unicodeScalars)) {
        $0.replacing(Array($1.0.unicodeScalars), with: Array($1.1.unicodeScalars))
      }
  }

  private func cleaned(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      if scalar == "\r" { return "\n" }
      return scalar.value == 0 || scalar.value >= 0xFFFE && scalar.value <= 0xFFFF ? "\u{FFFD}" : scalar
    }
  }
}
