import SiteBuilder
import Testing

@Suite struct RelativeReferenceTests {
  private let page = Route("runs", "a", "index.html")

  @Test(arguments: [
    ("../b/index.html", "runs/b/index.html"), ("./data.csv", "runs/a/data.csv"),
    ("x%20y.csv", "runs/a/x y.csv"),
    ("../../index.html?q=1#top", "index.html"), ("", "runs/a/index.html"), ("#top", "runs/a/index.html"),
  ])
  func aReferenceLeadsToAFileOfTheSite(reference: String, expected: String) throws {
    #expect(try #require(RelativeReference(reference)).resolved(from: page)?.path == expected)
  }

  @Test(arguments: ["https://example.org", "javascript:x", "/index.html", "//host/x", "\\x", "data:,x"])
  func whatLeadsOutsideIsNone(reference: String) {
    #expect(RelativeReference(reference) == nil)
  }

  @Test(arguments: ["../../../x", "..", "folder/", "a/%2e%2e/../../../../x", "a%2Fb", "%00"])
  func aReferenceOutOfTheSiteOrToAFolderLeadsNowhere(reference: String) throws {
    #expect(try #require(RelativeReference(reference)).resolved(from: page) == nil)
  }

  @Test func aFragmentIsDecoded() {
    #expect(RelativeReference("a.html#x%20y")?.fragment == "x y")
    #expect(RelativeReference("a.html#")?.fragment == "")
    #expect(RelativeReference("a.html")?.fragment == nil)
    #expect(RelativeReference("a.html#100%")?.fragment == "100%")
  }
}
