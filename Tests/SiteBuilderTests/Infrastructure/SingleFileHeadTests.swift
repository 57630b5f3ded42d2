import Markup
import SiteBuilder
import Testing

@Suite struct SingleFileHeadTests {
  private func map(_ assets: (String, String)...) throws -> AssetMap {
    try AssetMap(assets.map { Asset(name: $0.0, bytes: Array($0.1.utf8)) })
  }

  @Test func sheetsStandInThePageAndThePolicyAllowsExactlyThem() throws {
    let head = try SingleFileHead(
      map(("a.css", "a{}\n"), ("b.css", "b{}\n"), ("p.css", "p{}\n")), screen: ["a.css", "b.css"],
      print: ["p.css"])
    #expect(head.styles.string == "<style>a{}\nb{}\n</style>\n<style media=\"print\">p{}\n</style>")
    for text in ["a{}\nb{}\n", "p{}\n"] {
      let hash = ContentDigest.sha256Base64(of: Array(text.utf8))
      #expect(head.policy.directives.contains("'sha256-\(hash)'"))
    }
  }

  @Test func aSheetCannotEndItsElement() throws {
    let head = try SingleFileHead(map(("a.css", "a{b:'</style><script>'}")), screen: ["a.css"], print: [])
    #expect(head.styles.string.hasPrefix("<style>a{b:'<\\/style><script>'}</style>"))
  }

  @Test func aSheetThatNeedsAnotherFileIsRefused() throws {
    let assets = try map(("a.css", "a{b:url(x.svg)}"), ("x.svg", "<svg/>"), ("c.css", "a{b:url(data:,x)}"))
    #expect(throws: SiteError.self) { try SingleFileHead(assets, screen: ["a.css"], print: []) }
    #expect(throws: SiteError.self) { try SingleFileHead(assets, screen: ["none.css"], print: []) }
    #expect(throws: Never.self) { try SingleFileHead(assets, screen: ["c.css"], print: []) }
  }
}
