import Diagnostics
import SiteBuilder
import TestSupport
import Testing

@Suite struct SlugRegistryTests {
  @Test func namesThatDifferInCaseOnlyAndReservedOnesGetAHash() {
    var names = SlugRegistry(reserved: ["index"])
    #expect(names.name(for: "digits") == "digits")
    #expect(names.name(for: "Digits") == "Digits-9cd500d3")
    #expect(names.name(for: "index") == "index-1bc04b52")
    #expect(names.name(for: "digits") == "digits")
    #expect(names["digits"] == "digits")
    #expect(names["unknown"] == nil)
  }

  @Test func anIdThatSpellsTheHashedNameOfAnotherGetsALongerOne() {
    var names = SlugRegistry()
    let hashed = Slug.name(for: "a b")
    #expect(names.name(for: hashed) == hashed)
    let other = names.name(for: "a b")
    #expect(other.hasPrefix("a-b-") && other.utf8.count > hashed.utf8.count)
  }

  @Test func idsInTwoNormalFormsHaveTwoNames() {
    var names = SlugRegistry()
    #expect(names.fileName(for: "caf\u{E9}.csv") != names.fileName(for: "cafe\u{301}.csv"))
  }

  @Test func noTwoIdsEverShareAName() {
    var generator = SeededGenerator(seed: 3)
    let pieces = ["a", "A", "b", " ", "-", "/", ".", "é", "E\u{301}", "x", "-a1b2c3d4"]
    var names = SlugRegistry(reserved: ["a", "b"])
    var given: [String: ExactString] = [:]
    for _ in 0..<3_000 {
      let id = (0..<4).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      let name = names.name(for: id).lowercased()
      #expect(given[name] == nil || given[name] == ExactString(id))
      given[name] = ExactString(id)
    }
    #expect(given["a"] == nil && given["b"] == nil)
  }
}
