import SiteBuilder
import Testing

@Suite struct ContentDigestTests {
  @Test func theDigestOfBytesIsThatOfSha256sum() {
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(ContentDigest.sha256(of: Array("abc".utf8)) == expected)
    #expect(
      ContentDigest.sha256Base64(of: Array("abc".utf8)) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }

  @Test func partsDoNotRunIntoEachOther() {
    func digest(_ parts: String...) -> String {
      var digest = ContentDigest()
      for part in parts { digest.add(part) }
      return digest.hex
    }
    #expect(digest("ab", "c") != digest("a", "bc"))
    #expect(digest("ab") != digest("ab", ""))
    #expect(digest("ab", "c") == digest("ab", "c"))
    #expect(digest().utf8.count == 64)
  }
}
