import Markup
import SiteBuilder
import TestSupport
import Testing

@Suite struct RouteTests {
  private let home = Route("index.html")
  private let run = Route("runs", "12", "index.html")

  @Test func linksAreRelativeAndNameTheFile() {
    #expect(run.link(from: home).string == "runs/12/index.html")
    #expect(home.link(from: run).string == "../../index.html")
    #expect(run.link(from: run, fragment: "errors").string == "#errors")
  }

  @Test(arguments: [
    ("a/b/c.html", "a/b/d.html", "d.html"),
    ("a/b/c.html", "a/x/d.html", "../x/d.html"),
    ("a/b/c.html", "d.html", "../../d.html"),
    ("a.html", "a/b.html", "a/b.html"),
    ("a/b.html", "a/b.html", "b.html"),
    ("ab/c.html", "a/c.html", "../a/c.html"),
    ("a.html", "x y/ü?#%.html", "x%20y/%C3%BC%3F%23%25.html"),
    ("a.html", "javascript:x", "javascript%3Ax"),
  ])
  func everyLinkLeadsFromOneFileToTheOther(from: String, to: String, expected: String) throws {
    let page = try #require(Route(path: from))
    let target = try #require(Route(path: to))
    #expect(target.link(from: page).string == expected)
  }

  @Test func aFragmentIsEncoded() {
    #expect(run.link(from: home, fragment: "a b").string == "runs/12/index.html#a%20b")
  }

  @Test func aLinkThatIsFollowedArrivesWhereItWasMadeFor() throws {
    var generator = SeededGenerator(seed: 7)
    let segments = ["a", "b", "c d", "ü", "%41", "x:y", "e#f", "g?h"]
    func route() -> Route {
      let folders = (0..<Int.random(in: 0...4, using: &generator)).compactMap { _ in
        segments.randomElement(using: &generator)
      }
      return Route(folders + ["index.html"])
    }
    for _ in 0..<500 {
      let (from, to) = (route(), route())
      let reference = try #require(RelativeReference(to.link(from: from, fragment: "ß").string))
      #expect(reference.resolved(from: from) == to)
      #expect(reference.fragment == "ß")
    }
  }

  @Test(arguments: ["", "/", "a//b", "/etc/passwd", "../x", "a/../b", "./a", "a/", "a\\b", "a\0b"])
  func aPathThatIsNoPlaceInTheSiteIsRefused(path: String) {
    #expect(Route(path: path) == nil)
  }

  @Test func routesDifferWhenTheirBytesDo() {
    #expect(Route("caf\u{E9}") != Route("cafe\u{301}"))
    #expect(Route("a", "b") == Route("a", "b"))
    #expect(Route("a", "index.html").sibling("data.csv") == Route("a", "data.csv"))
    #expect(Route("B") < Route("a"))
  }
}
