import Diagnostics
import Markup
import SiteBuilder
import Testing

@Suite struct AssetMapTests {
  private func asset(_ name: String, _ text: String) -> Asset {
    Asset(name: name, bytes: Array(text.utf8))
  }

  private func problems(_ assets: [Asset]) -> [String] {
    do {
      _ = try AssetMap(assets)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  @Test func aNameCarriesTheFirstDigitsOfItsContentsHash() throws {
    let map = try AssetMap([asset("css/base.css", "abc"), asset("LICENSE", "abc")])
    #expect(try map.route(of: "css/base.css").path == "assets/css/base-ba7816bf.css")
    #expect(try map.route(of: "LICENSE").path == "assets/LICENSE-ba7816bf")
    #expect(map.files.count == 2)
    #expect(try map.bytes(of: "css/base.css") == Array("abc".utf8))
  }

  @Test func aReferenceOfAStyleSheetLeadsToTheFinalName() throws {
    let sheet = asset(
      "css/a.css", "/* url(no.svg) */ a { b: url( '../img/x y.svg' ) } c { d: URL(e.svg) url(data:,x) }")
    let map = try AssetMap([sheet, asset("img/x y.svg", "abc"), asset("css/e.svg", "abc")])
    let css = String(decoding: try map.bytes(of: "css/a.css"), as: UTF8.self)
    #expect(
      css
        == "/* url(no.svg) */ a { b: url(\"../img/x%20y-ba7816bf.svg\") } c { d: url(\"e-ba7816bf.svg\") url(data:,x) }"
    )
    #expect(try map.route(of: "css/a.css").path.contains(ContentDigest.sha256(of: Array(css.utf8)).prefix(8)))
  }

  @Test func aChangedPictureRenamesTheSheetThatShowsIt() throws {
    let sheet = asset("a.css", "a { b: url(x.svg) }")
    let first = try AssetMap([sheet, asset("x.svg", "1")])
    let second = try AssetMap([sheet, asset("x.svg", "2")])
    #expect(try first.route(of: "a.css") != second.route(of: "a.css"))
    #expect(first.digest != second.digest)
  }

  @Test func aMissingNameIsAnErrorWithANearOne() throws {
    let map = try AssetMap([asset("css/base.css", "")])
    let error = #expect(throws: SiteError.self) { try map.route(of: "css/bsae.css") }
    #expect(error?.description.contains("perhaps css/base.css") == true)
    #expect(
      problems([asset("a.css", "\n a { b: url(x.svg) }")])
        == ["Resources/a.css:2: error: found the asset name “x.svg”; expected a file of the resources."])
  }

  @Test(arguments: ["https://example.org/x.png", "//host/x.png", "/x.png", "../../x.png", "javascript:x"])
  func aSheetMayNotReachOutside(reference: String) {
    #expect(problems([asset("a.css", "a { b: url(\(reference)) }")]).count == 1)
  }

  @Test func importsAndCirclesAreRefused() {
    #expect(problems([asset("a.css", "@import 'b.css';"), asset("b.css", "")]).count == 1)
    #expect(
      problems([asset("a.css", "x { y: url(b.css) }"), asset("b.css", "x { y: url(a.css) }")]).count == 1)
  }

  @Test(arguments: ["a { b: url(", "a { b: url('", "/*", "\"\\", "url", "@", "a{b:url()}"])
  func aSheetThatEndsTooSoonIsRead(css: String) {
    _ = problems([asset("a.css", css)])
    #expect(Bool(true))
  }

  @Test func theSitesOwnSheetsAreComplete() throws {
    var log = DiagnosticLog()
    let assets = AssetLibrary.load(overrides: nil, files: .inMemory([:]), log: &log)
    let map = try AssetMap(assets)
    #expect(log.isEmpty)
    for name in ["css/tokens.css", "css/base.css", "css/charts.css", "css/print.css"] {
      #expect(try !map.bytes(of: name).isEmpty)
    }
  }
}
