import Markup
import Testing

struct SafeURLTests {
  @Test func pathsAreEncodedSegmentBySegment() {
    #expect(SafeURL(path: "runs/a b/index.html", fragment: "roc").string == "runs/a%20b/index.html#roc")
    #expect(SafeURL(path: "../é?#%.html").string == "../%C3%A9%3F%23%25.html")
    #expect(SafeURL.fragment("a b\"").string == "#a%20b%22")
  }

  @Test(arguments: ["/etc/passwd", "//evil.example/x", "javascript:alert(1)", "\\\\host\\share"])
  func pathsStayRelativeWhateverTheyHold(path: String) {
    let url = SafeURL(path: path).string
    #expect(!url.hasPrefix("/"))
    #expect(!url.contains(":"))
    #expect(!url.contains("\\"))
  }

  @Test(arguments: [
    ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ("HTTP://example.org", "HTTP://example.org"),
    ("mailto:a@b.org", "mailto:a@b.org"),
    ("#top", "#top"), ("notes/a.html", "notes/a.html"), ("?q=a:b", "?q=a:b"),
    ("a b/é", "a%20b/%C3%A9"), ("already%20encoded", "already%20encoded"),
    ("https://example.org/\"><script>", "https://example.org/%22%3E%3Cscript%3E"),
    ("x\\y", "x%5Cy"),
  ])
  func allowedLinksAreKeptAndEncoded(link: String, expected: String) {
    #expect(SafeURL(link: link)?.string == expected)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "\u{1}javascript:alert(1)", "javascript\t:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    "ftp://x", "//evil.example", "/absolute", "\\\\evil", "https:evil", "https://", "mailto:", ":x",
    "blob:https://x", "a b:c",
  ])
  func otherSchemesAndAbsoluteAddressesAreRefused(link: String) {
    #expect(SafeURL(link: link) == nil)
  }

  @Test func imagesAreWrittenInBase64() {
    #expect(SafeURL(image: Array("foobar".utf8), type: .png).string == "data:image/png;base64,Zm9vYmFy")
    #expect(SafeURL(image: Array("fooba".utf8), type: .svg).string == "data:image/svg+xml;base64,Zm9vYmE=")
    #expect(SafeURL(image: Array("foob".utf8), type: .gif).string == "data:image/gif;base64,Zm9vYg==")
    #expect(SafeURL(image: [], type: .jpeg).string == "data:image/jpeg;base64,")
    #expect(SafeURL(image: [0xFF, 0xFE, 0xFD], type: .webp).string == "data:image/webp;base64,//79")
  }
}
