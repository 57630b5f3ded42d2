import Diagnostics
import Markup
import SiteBuilder
import Testing

@Suite struct ForeignFileTests {
  private func file(_ name: String, _ text: String) -> ForeignFile {
    ForeignFile(name: name, bytes: Array(text.utf8))
  }

  private func published(_ file: ForeignFile) -> String {
    var names = SlugRegistry()
    return file.publishedName(in: &names)
  }

  @Test(arguments: [
    ("report.html", "<html>", "report.html.txt"), ("a.svg", "<svg/>", "a.svg.txt"),
    ("a.xml", "<a/>", "a.xml.txt"),
    ("a.xhtml", "x", "a.xhtml.txt"), ("a.js", "x", "a.js.txt"), ("a.pdf", "x", "a.pdf.txt"),
    ("a", "x", "a.txt"),
    ("a.csv", "x,y", "a.csv"), ("a.csv", "<script>", "a.csv.txt"), ("a.json", "{}", "a.json"),
    ("a.txt", "<b>", "a.txt"),
    ("a.joblib", "\0", "a.joblib"), ("a.joblib", "\0</b", "a.joblib.txt"), ("a.png", "<b>", "a.png.txt"),
    ("a.HTML", "x", "a.HTML.txt"), ("a.md", "# 1 < 2", "a.md"), (".htaccess", "x", ""),
    ("a.svg.gz", "x", "a.svg.gz"),
  ])
  func noPublishedNameStandsForADocumentThatCouldRun(name: String, text: String, expected: String) {
    let result = published(file(name, text))
    if expected.isEmpty {
      #expect(result.hasSuffix(".txt") && !result.hasPrefix("."))
    } else {
      #expect(result == expected)
    }
  }

  @Test func pixelsGetTheExtensionOfWhatTheyAre() {
    #expect(published(ForeignFile(name: "a.png", bytes: RasterImageTests.png)) == "a.png")
    #expect(published(ForeignFile(name: "a.html", bytes: RasterImageTests.png)) == "a.html.png")
    #expect(published(ForeignFile(name: "a.jpg", bytes: RasterImageTests.png)) == "a.jpg.png")
  }

  @Test func aNameWithFoldersOrWorseIsMadeSafe() {
    let name = published(file("../../etc/\u{202E}cod.exe", "x"))
    #expect(name.hasPrefix("etc-") && name.hasSuffix(".txt") && Route(path: name) != nil)
  }

  @Test func pixelsAreShownByTheirCopyOrStandInThePage() {
    let image = ForeignFile(name: "a \"b\".png", bytes: RasterImageTests.png)
    #expect(
      image.html(link: SafeURL(path: "files/a.png")).string
        == "<img class=\"artifact\" src=\"files/a.png\" alt=\"a &quot;b&quot;.png\" width=\"3\" height=\"258\">"
    )
    #expect(image.html(link: nil).string.contains("src=\"data:image/png;base64,iVBOR"))
    var limits = ForeignFile.DisplayLimits()
    limits.image = 10
    #expect(image.html(link: nil, limits: limits).string.hasPrefix("<p class=\"fine\">An image too large"))
  }

  @Test func aDrawingIsAnImageInWhichNothingRuns() {
    let html = file("a.svg", "<svg onload='alert(1)'/>").html(link: nil).string
    #expect(
      html.hasPrefix("<img class=\"artifact\" src=\"data:image/svg+xml;base64,") && !html.contains("onload"))
  }

  @Test func aDocumentIsAFrameInWhichNothingRuns() {
    #expect(
      file("a.html", "<html>\"\u{301}<script>alert('1')</script>").html(link: nil).string
        == "<iframe class=\"foreign\" sandbox=\"\" title=\"a.html\" srcdoc=\"&lt;html&gt;&quot;\u{301}"
        + "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\"></iframe>")
    var limits = ForeignFile.DisplayLimits()
    limits.document = 3
    #expect(file("a.html", "<html>").html(link: nil, limits: limits).string.contains("too large"))
  }

  @Test func textIsEscapedAndCutAtALine() {
    var limits = ForeignFile.DisplayLimits()
    limits.text = 9
    #expect(
      file("a.txt", "<b>\nline\nmore\n").html(link: nil, limits: limits).string
        == "<pre tabindex=\"0\" role=\"group\" aria-label=\"a.txt\">&lt;b&gt;\nline\n</pre>\n"
        + "<p class=\"fine\">5\u{A0}B more are not shown.</p>")
    limits.text = 2
    #expect(file("a.txt", "aéé").html(link: nil, limits: limits).string.contains(">a</pre>"))
  }

  @Test func aBinaryIsDescribedBySizeAndHash() {
    let html = ForeignFile(name: "a.bin", bytes: [0]).html(link: nil).string
    let hash = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    #expect(html == "<p class=\"fine\">A binary file: 1\u{A0}B, SHA-256 <code>\(hash)</code>.</p>")
  }
}
