import Testing

@testable import AssayCommands

@Suite struct PathNamesTests {
  @Test func aNameIsAsShortAsItCanBe() {
    #expect(PathNames.shortest(of: ["/data/old/p.csv"]) == ["p.csv"])
    #expect(PathNames.shortest(of: ["/tmp/old/p.csv", "/tmp/new/p.csv"]) == ["old/p.csv", "new/p.csv"])
    #expect(PathNames.shortest(of: ["a/p.csv", "q.csv"]) == ["p.csv", "q.csv"])
    #expect(PathNames.shortest(of: ["p.csv", "a/p.csv"]) == ["p.csv", "a/p.csv"])
  }

  @Test func equalPathsKeepEqualNames() {
    #expect(PathNames.shortest(of: ["x/p.csv", "x/p.csv", "y/p.csv"]) == ["x/p.csv", "x/p.csv", "y/p.csv"])
    #expect(PathNames.shortest(of: ["x/p.csv", "x/p.csv"]) == ["p.csv", "p.csv"])
  }

  @Test func namesThatOnlyLookEqualAreTwo() {
    let paths = ["a/caf\u{E9}", "b/cafe\u{301}"]
    #expect(
      PathNames.shortest(of: paths).map { Array($0.utf8) } == [
        Array("caf\u{E9}".utf8), Array("cafe\u{301}".utf8),
      ])
  }

  @Test func aPathWithoutNamesIsItself() {
    #expect(PathNames.shortest(of: ["/"]) == ["/"])
    #expect(PathNames.shortest(of: []) == [])
  }
}
