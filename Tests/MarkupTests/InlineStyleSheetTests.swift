import Markup
import Testing

@Suite struct InlineStyleSheetTests {
  private func sheet(_ css: String) -> InlineStyleSheet { InlineStyleSheet(Array(css.utf8)) }

  @Test func aSheetStandsInItsElementAsItIs() {
    #expect(sheet("a > b { c: \"d\" }\n").element().string == "<style>a > b { c: \"d\" }\n</style>")
    #expect(sheet("a{}").element(media: "print").string == "<style media=\"print\">a{}</style>")
  }

  @Test func nothingInASheetEndsItsElement() {
    #expect(sheet("a{b:'</style>'}").element().string == "<style>a{b:'<\\/style>'}</style>")
    #expect(sheet("</</STYLE>").element().string == "<style><\\/<\\/STYLE></style>")
  }

  @Test func bytesAreThoseThatABrowserSees() {
    #expect(sheet("a\r\nb\rc\0").bytes == Array("a\nb\nc\u{FFFD}".utf8))
  }
}
