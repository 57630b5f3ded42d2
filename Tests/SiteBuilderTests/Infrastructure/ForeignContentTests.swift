import SiteBuilder
import Testing

@Suite struct ForeignContentTests {
  private func content(_ text: String, _ name: String) -> ForeignContent {
    ForeignContent(Array(text.utf8), name: name)
  }

  @Test func pixelsAreToldByTheirBytesWhateverTheName() {
    let image = RasterImage(RasterImageTests.png)
    for name in ["a.png", "a.html", "a"] {
      #expect(ForeignContent(RasterImageTests.png, name: name) == image.map { .raster($0) })
    }
    #expect(content("<script>", "a.png") == .text("<script>"))
  }

  @Test(arguments: [
    "<svg xmlns='x'>", "\u{FEFF} \n<?xml version='1.0'?>\n<!-- <html> --><!DOCTYPE svg PUBLIC 'x'>\n<SVG>",
    "<svg/>",
  ])
  func aDrawingIsToldByItsFirstElement(text: String) {
    #expect(content(text, "a.txt") == .svg)
  }

  @Test(arguments: ["<!DOCTYPE html><p>", "<html>", "<!-- x --><HTML lang=en>", "<head>"])
  func aDocumentIsToldByItsFirstElement(text: String) {
    #expect(content(text, "a") == .html)
  }

  @Test func aDocumentMayAlsoBeToldByItsName() {
    #expect(content("<p>", "a.HTM") == .html)
    #expect(content("<p>", "a.txt") == .text("<p>"))
    #expect(content("<?xml version='1.0'?><note/>", "a.xml") == .text("<?xml version='1.0'?><note/>"))
  }

  @Test func jsonIsIndentedAndBadJSONIsText() {
    #expect(content("{\"a\":[1,2]}", "a.json") == .json("{\n  \"a\": [\n    1,\n    2\n  ]\n}"))
    #expect(content("{\"a\":[1,2}", "a.json") == .text("{\"a\":[1,2}"))
  }

  @Test func bytesThatAreNoTextAreBinary() {
    #expect(ForeignContent([0xFF, 0x41], name: "a.txt") == .binary)
    #expect(content("a\0b", "a.txt") == .binary)
    #expect(content("", "a.txt") == .text(""))
  }

  @Test(arguments: [
    "<", "<!", "<!--", "<?", "<!doctype", "<!doctype html", "\u{FEFF}", "<!doctype x", "< svg>",
  ])
  func markupThatEndsTooSoonIsRead(text: String) {
    _ = content(text, "a")
    #expect(Bool(true))
  }
}
