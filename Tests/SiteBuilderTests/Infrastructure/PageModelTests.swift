import Markup
import SiteBuilder
import Testing

@Suite struct PageModelTests {
  private struct Section: PageModel {
    var title: String
    static let fields: [TemplateField<Section>] = [.text("title", "The heading.") { $0.title }]
  }

  private struct Page: PageModel {
    var title = "a"
    var isHome = false
    var body = HTMLFragment.text("<")
    var sections = [Section(title: "one")]
    var words = ["x"]

    static let fields: [TemplateField<Page>] = [
      .text("title", "What the page is about.") { $0.title },
      .flag("isHome", "Whether it is the first page.") { $0.isHome },
      .fragment("body", "The content.") { $0.body },
      .list("sections", "The sections, in reading order.") { $0.sections },
      .texts("words", "Some words.") { $0.words },
    ]
  }

  private func digest(_ page: Page) -> String {
    var digest = ContentDigest()
    page.add(to: &digest)
    return digest.hex
  }

  @Test func theOutlineDocumentsEveryName() {
    #expect(
      Page.vocabulary.outline == """
        title     text    What the page is about.
        isHome    flag    Whether it is the first page.
        body      markup  The content.
        sections  list    The sections, in reading order.
          title   text    The heading.
        words     texts   Some words.

        """)
  }

  @Test func valuesAreFoundByName() {
    #expect(Page().child(named: "title") as? String == "a")
    #expect(Page().child(named: "body") as? String == "&lt;")
    #expect(Page().child(named: "isHome") as? Bool == false)
    #expect(Page().child(named: "unknown") == nil)
    #expect(Page(title: "").child(named: "title") != nil)
  }

  @Test func equalModelsHaveEqualDigestsAndEveryValueCounts() {
    let pages = [
      Page(), Page(title: "b"), Page(isHome: true), Page(body: .text(">")), Page(sections: []),
      Page(sections: [Section(title: "two")]),
      Page(sections: [Section(title: "one"), Section(title: "x")], words: []),
      Page(words: ["x", "y"]), Page(words: ["xy"]), Page(title: ""),
    ]
    #expect(digest(Page()) == digest(Page()))
    #expect(Set(pages.map(digest)).count == pages.count)
  }
}
