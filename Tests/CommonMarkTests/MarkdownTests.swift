import CommonMark
import Markup
import TestSupport
import Testing

@Suite struct MarkdownTests {
  private func html(_ text: String) -> String { Markdown.html(text).string }

  @Test func wordsKeepTheirEmphasisAndLoseUnsafeLinks() {
    #expect(html("*Fine*, see [log](javascript:alert(1)).") == "<p><em>Fine</em>, see log.</p>\n")
  }

  @Test func allThatPeopleWriteInNotesBecomesHTML() {
    let notes = """
      # C = 50

      Uses `recall` & the curve. 2 < 3 > 1.
      Second line.\\
      After a break.

      - look at the **confused** pairs
      - then at *calibration*

      3. loose

      4. list

      ```python
      model.fit("<train>")
      ```

      > quoted

      ---
      """
    #expect(
      html(notes) == """
        <h3>C = 50</h3>
        <p>Uses <code>recall</code> &amp; the curve. 2 &lt; 3 &gt; 1.
        Second line.<br>
        After a break.</p>
        <ul>
        <li>look at the <strong>confused</strong> pairs</li>
        <li>then at <em>calibration</em></li>
        </ul>
        <ol start="3">
        <li><p>loose</p>
        </li>
        <li><p>list</p>
        </li>
        </ol>
        <pre tabindex="0"><code>model.fit(&quot;&lt;train&gt;&quot;)
        </code></pre>
        <blockquote><p>quoted</p>
        </blockquote>
        <hr>

        """)
  }

  @Test func rawHTMLIsDropped() {
    #expect(html("<script>alert(1)</script>\n\nText <b onclick=x>bold</b>.") == "<p>Text bold.</p>\n")
    #expect(html("<img src=x onerror=alert(1)>") == "")
    #expect(html("<!-- a --> b") == "")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "java&#10;script:alert(1)",
    "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//host/x", "/etc/passwd", "\\\\host",
  ])
  func aLinkThatCouldHarmKeepsItsWordsOnly(destination: String) {
    #expect(html("[words](<\(destination)>)") == "<p>words</p>\n")
    #expect(html("[words]\n\n[words]: <\(destination)>") == "<p>words</p>\n")
  }

  @Test(arguments: [
    "https://example.org/a?b=c#d", "http://example.org", "mailto:a@example.org", "figures/a.png", "#errors",
  ])
  func aLinkToTheWebToMailOrIntoTheSiteStays(destination: String) {
    #expect(html("[words](\(destination))") == "<p><a href=\"\(destination)\">words</a></p>\n")
  }

  @Test func theCallerMayRefuseAndRedirectLinks() {
    let options = MarkdownOptions(link: MarkdownOptions.outsideLink)
    #expect(Markdown.html("[a](b.html)", options: options).string == "<p>a</p>\n")
    let redirected = MarkdownOptions { SafeURL(path: "artifacts/" + $0) }
    #expect(
      Markdown.html("[a](b)", options: redirected).string == "<p><a href=\"artifacts/b\">a</a></p>\n")
  }

  @Test func anImageIsItsAlternativeText() {
    let expected = "<p><span class=\"quiet\">(image: the curve &amp; more)</span></p>\n"
    #expect(html("![the *curve* & more](https://example.org/a.png)") == expected)
    #expect(html("![](a.png)") == "<p><span class=\"quiet\">(image)</span></p>\n")
  }

  @Test func headingsAreShiftedDownAndNeverBelowTheLast() {
    #expect(html("## b\n\n##### e") == "<h4>b</h4>\n<h6>e</h6>\n")
    #expect(Markdown.html("# a", options: MarkdownOptions(headingShift: 0)).string == "<h1>a</h1>\n")
  }

  @Test func textBeyondTheLimitIsLeftOutAndCounted() {
    let options = MarkdownOptions(sizeLimit: 10)
    #expect(
      Markdown.html("one\ntwo\nthree\n", options: options).string
        == "<p>one\ntwo</p>\n<p class=\"quiet\">6\u{A0}B more of these notes are not shown.</p>\n")
    #expect(Markdown.html("123456789é", options: options).string.hasPrefix("<p>123456789</p>"))
  }

  @Test func whatLiesTooDeepIsPlainText() {
    let quotes = String(repeating: ">", count: 3_000) + " deep *down*"
    let text = html(quotes)
    #expect(text.contains("deep down"))
    #expect(text.count(of: "<blockquote>") == 25)
    let marks = String(repeating: "*a **b ", count: 400) + String(repeating: "** *", count: 400)
    #expect(html(marks).utf8.count < 20_000)
  }

  @Test func noTextBecomesNothing() {
    #expect(html("") == "")
    #expect(html("\u{0}") == "<p>\u{FFFD}</p>\n")
  }

  @Test func everyTagThatIsWrittenIsClosedWhateverTheText() {
    let pieces = [
      "<script>", "</p>", "[a](", "javascript:x)", "![", "](b)", "```csv\n", "| a | b |\n|--|--|\n", "\n\n",
      "> ",
      "- ", "1. ", "# ", "**", "*", "`", "\"\u{301}", "&lt;", "]]>", "\u{0}", "\u{202E}", "\\", "é", "\t",
    ]
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = (0..<40).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      let output = html(text)
      #expect(Set(tags(of: output)).isSubset(of: allowed), "seed \(seed)")
      #expect(output.count(of: "<a href=\"") == output.count(of: "<a "), "seed \(seed)")
      #expect(output.count(of: "href=\"javascript") == 0, "seed \(seed): \(output)")
    }
  }

  private let allowed: Set<String> = [
    "p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "pre", "code", "blockquote", "hr", "br", "em", "strong",
    "a",
    "span", "div", "table", "thead", "tbody", "tr", "th", "td",
  ]

  private func tags(of html: String) -> [String] {
    html.split(separator: "<", omittingEmptySubsequences: true).dropFirst(html.hasPrefix("<") ? 0 : 1)
      .map { String($0.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }) }
  }
}

extension String {
  /// How often `part` occurs in this text.
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
