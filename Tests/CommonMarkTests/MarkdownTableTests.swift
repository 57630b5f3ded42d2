import CommonMark
import Markup
import Testing

@Suite struct MarkdownTableTests {
  private func table(_ head: String, _ rows: String...) -> String {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="Table in the notes"><table>\
    <thead><tr>\(head)</tr></thead>
    <tbody>\(rows.map { "<tr>\($0)</tr>\n" }.joined())</tbody></table></div>

    """
  }

  private func cells(_ name: String, _ texts: String...) -> String {
    texts.map { name == "th" ? "<th scope=\"col\">\($0)</th>" : "<td>\($0)</td>" }.joined()
  }

  @Test func aParagraphInTheFormOfAPipeTableBecomesOne() {
    let notes = """
      | setting | effect |
      |:---|---:|
      | stronger *penalty* | `a|b` &amp; less |
      more trees | slower
      | one |
      | x | y | z |
      """
    #expect(
      Markdown.html(notes).string
        == table(
          cells("th", "setting", "effect"),
          cells("td", "stronger <em>penalty</em>", "<code>a|b</code> &amp; less"),
          cells("td", "more trees", "slower"), cells("td", "one", ""), cells("td", "x", "y")))
  }

  @Test(arguments: [
    "| a | b |", "| a | b |\n| c | d |", "| a | b |\n|---|", "a\n---|---", "| a |\n|-x-|", "| a |\n|::|",
  ])
  func anyOtherParagraphStaysAParagraph(text: String) {
    #expect(Markdown.html(text).string.hasPrefix("<p>"))
  }

  @Test func aFencedBlockOfCSVBecomesATable() {
    let notes = """
      ```csv
      name,"value, in %"
      "a ""b"" <c>",1

      "two
      lines",
      ```
      """
    #expect(
      Markdown.html(notes).string
        == table(
          cells("th", "name", "value, in %"), cells("td", "a &quot;b&quot; &lt;c&gt;", "1"),
          cells("td", "two\nlines", "")))
  }

  @Test func aBlockThatIsNoCSVOrTooLargeStaysText() {
    #expect(Markdown.html("```csv\na,\"b\n```").string.hasPrefix("<pre"))
    #expect(Markdown.html("```csv\n```").string.hasPrefix("<pre"))
    let large = String(repeating: "a,b\n", count: 10_001)
    #expect(Markdown.html("```csv\n\(large)```").string.hasPrefix("<pre"))
    #expect(Markdown.html("```python\na,b\n```").string.hasPrefix("<pre"))
  }
}
