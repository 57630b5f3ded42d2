import SiteBuilder
import Testing

@Suite struct BuildManifestTests {
  @Test func aManifestIsReadAsItWasWritten() {
    let manifest = BuildManifest(keys: [
      Route("b", "x y.html"): "key2", Route("a.html"): "key1", Route("c.html"): nil, Route("é.html"): "k",
    ])
    let text = "assay-site 1\nkey1 a.html\nkey2 b/x y.html\n- c.html\nk é.html\n"
    #expect(String(decoding: manifest.bytes, as: UTF8.self) == text)
    #expect(BuildManifest(parsing: manifest.bytes) == manifest)
    #expect(BuildManifest(parsing: manifest.bytes).isWhole)
    #expect(BuildManifest(parsing: manifest.bytes).keys[Route("c.html")] == .some(nil))
  }

  @Test(arguments: [
    "k ../../etc/passwd", "k /etc/passwd", "k", "", " ", "k .assay-site", "k a//b", "k \u{0}",
  ])
  func aLineThatNamesNoFileOfTheSiteIsLeftOut(line: String) {
    let manifest = BuildManifest(parsing: Array("assay-site 1\nk a.html\n\(line)\nk b.html\n".utf8))
    #expect(manifest.keys.keys.sorted() == [Route("a.html"), Route("b.html")])
    #expect(manifest.isWhole == line.isEmpty)
  }

  @Test func whatIsNoManifestIsEmptyAndNotWhole() {
    #expect(BuildManifest(parsing: []).keys.isEmpty)
    #expect(!BuildManifest(parsing: []).isWhole)
    #expect(!BuildManifest(parsing: [0xFF, 0x20, 0xFF, 0x0A]).isWhole)
  }
}
