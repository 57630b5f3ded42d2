import Diagnostics
import Markup
import SiteBuilder
import TestSupport
import Testing

@Suite struct TemplateLibraryTests {
  /// A quote that a combining mark makes one `Character` with: it must be escaped all the same.
  private static let hostile = "\"\u{301} onload=\"x\" <b>&'"
  private static let escaped = "&quot;\u{301} onload=&quot;x&quot; &lt;b&gt;&amp;&#39;"

  private struct Part: PageModel {
    var name: String
    static let fields: [TemplateField<Part>] = [.text("name", "A name.") { $0.name }]
  }

  private struct Page: PageModel {
    var title = TemplateLibraryTests.hostile
    var detail: String?
    var isHome = true
    var body = HTMLFragment.verbatim("<p>finished</p>")
    var parts = [Part(name: TemplateLibraryTests.hostile), Part(name: "b")]
    var words = ["one", "two"]
    var part: Part? = Part(name: "inner")

    static let fields: [TemplateField<Page>] = [
      .text("title", "The title.") { $0.title },
      .text("detail", "More, or nothing.") { $0.detail },
      .flag("isHome", "Whether it is the first page.") { $0.isHome },
      .fragment("body", "The content.") { $0.body },
      .list("parts", "The parts.") { $0.parts },
      .texts("words", "Some words.") { $0.words },
      .object("part", "One part.") { $0.part },
    ]
  }

  private func library(_ templates: (String, String)...) throws -> TemplateLibrary {
    try TemplateLibrary(
      templates.map { TemplateSource(name: $0.0, path: "T/\($0.0)", text: $0.1) },
      pages: [TemplatePage("page", of: Page.self)])
  }

  private func render(_ page: Page = Page(), _ templates: (String, String)...) throws -> String {
    let library = try TemplateLibrary(
      templates.map { TemplateSource(name: $0.0, path: "T/\($0.0)", text: $0.1) },
      pages: [TemplatePage("page", of: Page.self)])
    return String(decoding: library.render(page, with: "page"), as: UTF8.self)
  }

  @Test func textIsEscapedByByteInAPage() throws {
    #expect(try render(Page(), ("page", "<a title=\"{{title}}\">")) == "<a title=\"\(Self.escaped)\">\n")
  }

  @Test func textIsEscapedByByteInALayoutAndInItsBlocks() throws {
    let layout = "<a title=\"{{title}}\">{{$body}}{{title}}{{/body}}"
    let text = Self.escaped
    #expect(
      try render(Page(), ("page", "{{<layout}}{{/layout}}"), ("layout", layout))
        == "<a title=\"\(text)\">\(text)\n")
    #expect(
      try render(Page(), ("page", "{{<layout}}{{$body}}!{{title}}{{/body}}{{/layout}}"), ("layout", layout))
        == "<a title=\"\(text)\">!\(text)\n")
  }

  @Test func aParentMayLieInAFolder() throws {
    let page = "{{<layouts/page}}{{$body}}{{title}}{{/body}}{{/layouts/page}}"
    #expect(
      try render(
        Page(title: "t"), ("page", page), ("layouts/page", "[{{$body}}{{/body}}{{>a/b}}]"), ("a/b", "/"))
        == "[t/]\n")
  }

  @Test func textIsEscapedByByteInAPartialAndBehindIt() throws {
    let page = "{{>partial}}|{{title}}{{#parts}}|{{>item}}{{/parts}}"
    let text = Self.escaped
    #expect(
      try render(Page(), ("page", page), ("partial", "{{title}}"), ("item", "{{name}}"))
        == "\(text)|\(text)|\(text)|b\n")
  }

  @Test func textIsEscapedByByteInAUsersOverride() throws {
    let files = FileSystem.inMemory(["/mine/pages/run.mustache": "<a title='{{title}}'>"])
    var log = DiagnosticLog()
    let sources = TemplateSource.load(overrides: "/mine", files: files, log: &log)
    let library = try TemplateLibrary(sources, pages: [TemplatePage("pages/run", of: Page.self)])
    let bytes = library.render(Page(), with: "pages/run")
    #expect(log.isEmpty)
    #expect(String(decoding: bytes, as: UTF8.self) == "<a title='\(Self.escaped)'>\n")
  }

  @Test func noTemplateThatIsAcceptedPlacesTextUnescaped() throws {
    let pieces = [
      "{{title}}", "{{{title}}}", "{{&title}}", "{{{body}}}", "{{body}}", "{{#parts}}", "{{/parts}}",
      "{{name}}",
      "{{{name}}}", "{{#body}}", "{{/body}}", "{{{.}}}", "{{.}}", "{{#title}}", "{{/title}}", "{{>other}}",
      "{{<other}}",
      "{{/other}}", "{{$block}}", "{{/block}}", "{{!", "}}", "{", "}", "\u{301}", "{{^body}}", "{{=| |=}}",
      "|title|",
      "{{#parts}}{{name}}{{/parts}}", "{{<other}}{{$block}}{{title}}{{/block}}{{/other}}",
      "{{% CONTENT_TYPE:TEXT}}", " ", "\n", "<p>", "\u{600}", "\r\n",
    ]
    var accepted = 0
    for seed in 0..<1_500 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      func text(_ count: Int) -> String {
        (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      }
      guard let output = try? render(Page(), ("page", text(2)), ("other", text(1))) else { continue }
      accepted += 1
      #expect(!output.utf8.contains(UInt8(ascii: "'")) && !output.contains("<b>"), "seed \(seed)")
    }
    #expect(accepted > 100)
  }

  @Test func markupIsPlacedAsItIs() throws {
    #expect(try render(Page(), ("page", "{{{body}}}{{& body}}")) == "<p>finished</p><p>finished</p>\n")
    #expect(
      try render(Page(), ("page", "{{#body}}<div>{{{.}}}</div>{{/body}}")) == "<div><p>finished</p></div>\n")
  }

  @Test func sectionsFollowWhatIsThere() throws {
    let template = """
      {{#isHome}}home {{/isHome}}{{^isHome}}away {{/isHome}}{{#detail}}{{.}} {{/detail}}{{^detail}}none {{/detail}}\
      {{#words}}{{.}} {{/words}}{{#part}}{{name}} {{/part}}{{part.name}}{{#parts}}.{{/parts}}
      """
    #expect(try render(Page(), ("page", template)) == "home none one two inner inner..\n")
    let empty = Page(detail: "more", isHome: false, parts: [], words: [], part: nil)
    #expect(try render(empty, ("page", template)) == "away more \n")
    #expect(try render(Page(detail: ""), ("page", "{{#detail}}x{{/detail}}{{^detail}}y{{/detail}}")) == "y\n")
  }

  @Test func aNameWithoutValueDoesNotFallThroughToTheNameOutside() throws {
    struct Inner: PageModel {
      static let fields: [TemplateField<Inner>] = [.text("title", "Nothing.") { _ in nil }]
    }
    struct Outer: PageModel {
      static let fields: [TemplateField<Outer>] = [
        .text("title", "Something.") { _ in "outer" }, .list("parts", "Parts.") { _ in [Inner()] },
      ]
    }
    let source = TemplateSource(name: "page", path: "page", text: "{{#parts}}[{{title}}]{{/parts}}")
    let library = try TemplateLibrary([source], pages: [TemplatePage("page", of: Outer.self)])
    #expect(String(decoding: library.render(Outer(), with: "page"), as: UTF8.self) == "[]\n")
  }

  @Test func aPageEndsWithOneLineBreak() throws {
    #expect(try render(Page(), ("page", "\n\na\n\n\n")) == "a\n")
  }

  @Test func theDigestCoversExactlyTheTemplatesThatThePageIncludes() throws {
    let first = try library(("page", "{{>a}}"), ("a", "1"), ("b", "1"))
    let other = try library(("page", "{{>a}}"), ("a", "1"), ("b", "2"))
    let changed = try library(("page", "{{>a}}"), ("a", "2"), ("b", "1"))
    #expect(first.digest(of: "page") == other.digest(of: "page"))
    #expect(first.digest(of: "page") != changed.digest(of: "page"))
  }

  @Test func aTemplateOfTheUsersThatNothingIncludesIsAWarning() throws {
    let library = try TemplateLibrary(
      [
        TemplateSource(name: "page", path: "page", text: "{{>partial}}"),
        TemplateSource(name: "partial", path: "partial", text: ""),
        TemplateSource(name: "partail", path: "mine/partail.mustache", text: "", isOverride: true),
      ], pages: [TemplatePage("page", of: Page.self)])
    #expect(
      library.warnings.map(\.description) == [
        "mine/partail.mustache: warning: found a template that no page includes; "
          + "expected the name of a template; perhaps partial. It is not used."
      ])
  }

  @Test func filesThatAreNoTemplatesAreReported() {
    let files = FileSystem.inMemory(bytes: [
      "/mine/a.html": [0x41], "/mine/b.mustache": [0xFF], "/mine/c.d.mustache": [],
    ])
    var log = DiagnosticLog()
    let sources = TemplateSource.load(overrides: "/mine", files: files, log: &log)
    #expect(
      log.diagnostics.map(\.kind.name) == [
        "template.not-a-template", "template.not-utf8", "template.not-a-template",
      ])
    #expect(!sources.contains { $0.isOverride })
  }
}
