import Diagnostics
import SiteBuilder
import Testing

@Suite struct LinkCheckerTests {
  private func problems(_ pages: (String, String)...) throws -> [String] {
    var checker = LinkChecker()
    for (path, html) in pages { checker.add(page: Array(html.utf8), at: try #require(Route(path: path))) }
    checker.add(file: Route("assets", "a.css"))
    return checker.diagnostics.map(\.description)
  }

  @Test(arguments: [
    "<a href=\"b/index.html\">", "<a href=\"b/index.html#x\">", "<a href='#top'>", "<a id=top href=#top>",
    "<link href=\"assets/a.css\">", "<a href=\"https://example.org\">", "<a href=\"mailto:a@b\">",
    "<a href=\"\">",
    "<img src=\"data:image/png;base64,AA==\">", "<!-- <a href=\"none\"> -->",
    "<script><a href=none></script>",
    "<a title=\"<a href='none'>\">", "<a href=\"b/index.html#&quot;\">", "<A HREF=\"assets/a.css\">",
    "</a href=none>",
    "<a href=\"#\">", "<a href=\"%62/index.html#%78\">", "a < b href=none",
    "<iframe srcdoc=\"<a href=none>\">",
  ])
  func aLinkThatLeadsSomewhereIsFine(html: String) throws {
    let page = ("index.html", "<h1 id=\"top\">" + html)
    #expect(try problems(page, ("b/index.html", "<p id=x><p id='\"'>")) == [])
  }

  @Test(arguments: [
    "<a href=\"b\">", "<a href=\"b/\">", "<a href=\"/b/index.html\">", "<a href=\"../x.html\">",
    "<a href=\"#none\">",
    "<a href=\"b/index.html#none\">", "<a href=\"b/index.html#X\">", "<a href=\"javascript:x\">",
    "<img src=\"a.png\">",
    "<img src=\"https://example.org/a.png\">", "<link href=\"//example.org/a.css\">",
    "<script src=\"http://x\">",
    "<img srcset=\"assets/a.css 2x\">", "<svg><use xlink:href=\"#none\"/>", "<a\nhref=none\n>",
    "<!-- --><a href=none>",
    "<script></script><a href=none>", "<a b=\"\"c href=none>",
  ])
  func aLinkThatLeadsNowhereAndALoadFromOutsideAreErrors(html: String) throws {
    #expect(try problems(("index.html", html), ("b/index.html", "<p id=x>")).count == 1)
  }

  @Test func theErrorNamesPageLineAndLink() throws {
    let page = "<p>\n<a href=\"../none.html?a&amp;b#c\">"
    #expect(
      try problems(("a/index.html", page)) == [
        "a/index.html:2: error: found href “../none.html?a&b#c” of <a>; expected a file of the site."
      ])
  }

  @Test(arguments: [
    "<", "<a", "<a href", "<a href=", "<a href=\"", "<!--", "<script>", "<a &#x110000;=\"&#x110000;\">",
  ])
  func aPageThatEndsTooSoonIsRead(html: String) throws {
    #expect(try problems(("index.html", html)).count <= 1)
  }
}
