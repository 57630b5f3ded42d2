import Diagnostics
import ReportModel
import Testing

@Suite struct RichTextWriterTests {
  @Test func everyStyleHasItsElement() {
    let text = RichText([
      .init("a"), .init("b", style: .strong), .init("c", style: .interval), .init("d", style: .better),
      .init("e", style: .worse), .init("f", style: .quiet), .init("g", style: .code),
    ])
    #expect(
      PageSample.html(.remark(text))
        == "<p class=\"fine\">a<strong>b</strong><span class=\"ci\">c</span><strong class=\"better\">d</strong>"
        + "<strong class=\"worse\">e</strong><span class=\"quiet\">f</span><code>g</code></p>")
  }

  @Test func aLinkLeadsToTheAddressOfItsTarget() {
    #expect(
      PageSample.html(.remark("see \("digits", link: .experiment("digits"))"))
        == "<p class=\"fine\">see <a href=\"digits.html\">digits</a></p>")
  }

  @Test func aLinkWithoutAnAddressIsItsWords() {
    let text: RichText = "see \("x", link: .run(PageSample.run)) and \("y", link: .anchor("nowhere"))"
    #expect(PageSample.html(.remark(text)) == "<p class=\"fine\">see x and y</p>")
  }

  @Test func aLinkToAPlaceOfThePageIsItsFragment() {
    #expect(
      PageSample.html(.remark("\("here", link: .anchor("section"))"))
        == "<p class=\"fine\"><a href=\"#section\">here</a></p>")
  }

  @Test func aLongPathMayBreakBehindItsSlashes() {
    let path = "digits/random-forest/20261113T085120/file.json"
    #expect(
      PageSample.html(.remark("\(code: path)"))
        == "<p class=\"fine\"><code>digits/<wbr>random-forest/<wbr>20261113T085120/<wbr>file.json</code></p>")
  }

  @Test(arguments: [
    RichText.Style.plain, .strong, .interval, .better, .worse, .quiet, .code,
  ])
  func hostileWordsAreEscaped(style: RichText.Style) {
    let html = PageSample.html(.remark(RichText([.init(PageSample.hostile, style: style)])))
    #expect(!html.contains("<script"))
    #expect(
      html.replacing("<wbr>", with: "").contains(
        "&lt;/title&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;&lt;!--"))
  }
}
