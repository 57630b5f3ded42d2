import SiteBuilder
import TestSupport
import Testing

@Suite struct SlugTests {
  @Test func aPlainNameStaysAndALossGetsAHash() {
    #expect(Slug.name(for: "svm-rbf") == "svm-rbf")
    #expect(Slug.name(for: "../../etc/passwd") == "etc-passwd-3754d6cb")
  }

  private func hash(_ id: String) -> Substring {
    ContentDigest.sha256(of: Array(id.utf8)).prefix(8)
  }

  @Test(arguments: ["2026_03_02__09_10_07", "v1.2", "A-b_c.d", "0"])
  func lettersDigitsHyphensUnderscoresAndFullStopsStay(id: String) {
    #expect(Slug.name(for: id) == id)
  }

  @Test func whatIsLostIsToldApartByItsBytes() {
    #expect(Slug.name(for: "a b") == "a-b-" + hash("a b"))
    #expect(Slug.name(for: "a  b") == "a-b-" + hash("a  b"))
    #expect(Slug.name(for: "caf\u{E9}") != Slug.name(for: "cafe\u{301}"))
    #expect(Slug.name(for: "日本") == String(hash("日本")))
    #expect(Slug.name(for: "") == "e3b0c442")
  }

  @Test(arguments: ["con", "NUL", "com1", "LPT9", "aux.txt", "prn.tar.gz"])
  func aNameThatASystemReservesGetsAHash(id: String) {
    #expect(Slug.name(for: id) == id + "-" + hash(id))
  }

  @Test(arguments: ["com", "com10", "console", "comb"])
  func aNameThatOnlyBeginsLikeAReservedOneStays(id: String) {
    #expect(Slug.name(for: id) == id)
  }

  @Test func aFileNameKeepsItsExtension() {
    #expect(Slug.fileName(for: "notes.md") == "notes.md")
    #expect(Slug.fileName(for: "my notes.md") == "my-notes-" + hash("my notes.md") + ".md")
    #expect(Slug.fileName(for: "a/b.csv") == "a-b-" + hash("a/b.csv") + ".csv")
    #expect(Slug.fileName(for: "x.d/README") == "x.d-README-" + hash("x.d/README"))
    #expect(Slug.fileName(for: ".md") == "md-" + hash(".md"))
    #expect(Slug.fileName(for: "con.csv") == "con-" + hash("con.csv") + ".csv")
  }

  @Test func everyNameIsSafeWhateverTheId() {
    let pieces = [
      "..", "/", "\\", "\0", "a", "Z", "9", ".", "-", "_", " ", "\u{301}", "é", "con", ":", "%2e", "\u{202E}",
      ".md",
      String(repeating: "long", count: 30),
    ]
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...8, using: &generator)
      let id = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      for name in [Slug.name(for: id), Slug.fileName(for: id)] {
        #expect(!name.isEmpty && name.utf8.count <= Slug.limit, "\(name)")
        #expect(name.utf8.allSatisfy { Self.allowed.contains($0) }, "\(name)")
        #expect(!name.hasPrefix(".") && !name.hasPrefix("-") && !name.hasSuffix("."), "\(name)")
        #expect(Route(path: name) != nil, "\(name)")
      }
    }
  }

  private static let allowed = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.".utf8)
}
