import ReportModel
import Testing

struct RichTextTests {
  @Test func aSentenceKeepsItsWordsAndTheirLooks() {
    let lede: RichText = "Accuracy is \(strong: "0.970") on 899 examples."
    #expect(lede.plain == "Accuracy is 0.970 on 899 examples.")
    #expect(lede.spans.map(\.style) == [.plain, .strong, .plain])
  }

  @Test func aLinkBelongsToItsWordsOnly() {
    let text: RichText = "see \("all", link: .file("errors.csv"))."
    #expect(text.spans.map(\.link) == [nil, .file("errors.csv"), nil])
  }

  @Test func aTextWithinATextKeepsItsSpans() {
    let inner: RichText = "\(code: "C")"
    let outer: RichText = "by \(inner)"
    #expect(outer == RichText([.init("by "), .init("C", style: .code)]))
  }

  @Test(arguments: [
    (0, ""), (1, "a"), (2, "a and b"), (3, "a, b and c"),
  ])
  func listsReadAsASentence(count: Int, text: String) {
    let items: [RichText] = ["a", "b", "c"]
    #expect(RichText.list(Array(items.prefix(count))).plain == text)
  }

  @Test func aListMayEndInAnotherWord() {
    #expect(RichText.list(["a", "b"], joinedBy: "or").plain == "a or b")
  }

  @Test func textWithoutWordsIsEmpty() {
    #expect(RichText().isEmpty)
    #expect(RichText(plain: "").isEmpty)
    #expect(!RichText(plain: "a").isEmpty)
  }
}
