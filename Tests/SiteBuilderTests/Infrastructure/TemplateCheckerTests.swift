import Diagnostics
import Markup
import SiteBuilder
import Testing

@Suite struct TemplateCheckerTests {
  private struct Item: PageModel {
    static let fields: [TemplateField<Item>] = [
      .text("slug", "A slug.") { _ in "s" }, .fragment("drawing", "A drawing.") { _ in nil },
    ]
  }

  private struct Page: PageModel {
    static let fields: [TemplateField<Page>] = [
      .text("title", "The title.") { _ in "t" },
      .flag("isHome", "Whether it is the first page.") { _ in true },
      .fragment("body", "The content.") { _ in nil },
      .list("sections", "The sections.") { _ in [Item()] },
      .object("first", "The first section.") { _ in Item() },
      .texts("words", "Words.") { _ in [] },
    ]
  }

  private func problems(_ templates: (String, String)...) -> [String] {
    let sources = templates.map { TemplateSource(name: $0.0, path: "\($0.0).mustache", text: $0.1) }
    do {
      _ = try TemplateLibrary(sources, pages: [TemplatePage("page", of: Page.self)])
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  @Test func anUnknownNameIsAnErrorWithFileLineColumnAndNearName() {
    #expect(
      problems(("page", "a\n  é {{titel}}")) == [
        "page.mustache:2:6: error: found the unknown name “titel”; expected a name of the page; perhaps title."
      ])
  }

  @Test func everyProblemOfAllTemplatesIsReportedOnce() {
    let found = problems(("page", "{{x1}}{{>part}}{{>part}}{{{x2}}}"), ("part", "{{#x3}}{{x4}}{{/x3}}"))
    #expect(found.count == 3)
    #expect(found.contains { $0.hasPrefix("part.mustache:1:1: ") })
  }

  @Test(arguments: [
    "{{title}}", "{{{body}}}", "{{#isHome}}{{title}}{{/isHome}}",
    "{{#sections}}{{slug}}{{title}}{{/sections}}",
    "{{first.slug}}", "{{{first.drawing}}}", "{{#first}}{{slug}}{{/first}}", "{{#words}}{{.}}{{/words}}",
    "{{#body}}{{{.}}}{{/body}}", "{{^body}}{{title}}{{/body}}", "{{#title}}{{.}}{{title}}{{/title}}",
    "{{! {{no }}", "{{ title }}", "{{> other}}", "{{<other}} text {{$block}}x{{/block}}{{/other}}", "{ {} }}",
    "{{#sections}}{{#drawing}}{{{drawing}}}{{/drawing}}{{/sections}}",
  ])
  func whatTheVocabularyAllowsIsAccepted(text: String) {
    #expect(problems(("page", text), ("other", "{{$block}}{{/block}}")) == [])
  }

  @Test(arguments: [
    "{{{title}}}", "{{&title}}", "{{body}}", "{{isHome}}", "{{sections}}", "{{words}}", "{{first}}",
    "{{slug}}",
    "{{sections.slug}}", "{{first.title}}", "{{title.x}}", "{{.}}", "{{#sections}}{{.}}{{/sections}}",
    "{{#body}}{{.}}{{/body}}", "{{#title}}{{{.}}}{{/title}}", "{{^words}}{{.}}{{/words}}", "{{>nothing}}",
    "{{<nothing}}{{/nothing}}", "{{<other}}{{$blok}}{{/blok}}{{/other}}", "{{#first}}{{slag}}{{/first}}",
    "{{#sections}}{{{slug}}}{{/sections}}", "{{#sections}}{{drawing}}{{/sections}}", "{{a.}}", "{{..}}",
  ])
  func whatTheVocabularyDoesNotAllowIsRejected(text: String) {
    #expect(problems(("page", text), ("other", "{{$block}}{{/block}}")).count == 1)
  }

  @Test func aNearNameIsSuggestedForTemplatesAndBlocks() {
    let found = problems(
      ("page", "{{>othr}}{{<other}}{{$blok}}{{/blok}}{{/other}}"), ("other", "{{$block}}{{/block}}"))
    #expect(found.map { $0.contains("perhaps other") } == [true, false])
    #expect(found.map { $0.contains("perhaps block") } == [false, true])
  }

  @Test func namesInABlockAreCheckedWhereTheBlockStands() {
    let layout = "{{#sections}}{{$item}}{{/item}}{{/sections}}"
    #expect(problems(("page", "{{<layout}}{{$item}}{{slug}}{{/item}}{{/layout}}"), ("layout", layout)) == [])
    #expect(
      problems(("page", "{{<layout}}{{$item}}{{slag}}{{/item}}{{/layout}}"), ("layout", layout)).count == 1)
  }

  @Test func templatesThatIncludeThemselvesAreRejected() {
    #expect(problems(("page", "{{>page}}")).count == 1)
    #expect(problems(("page", "{{>a}}"), ("a", "{{<b}}{{/b}}"), ("b", "{{>a}}")).count == 1)
    #expect(problems(("page", "{{<a}}{{$x}}{{$x}}{{/x}}{{/x}}{{/a}}"), ("a", "{{$x}}{{/x}}")).count == 1)
  }

  @Test func templatesThatMultiplyAreRejected() {
    var templates = (0..<40).map { ("t\($0)", "{{>t\($0 + 1)}}{{>t\($0 + 1)}}") }
    templates += [("t40", "{{title}}"), ("page", "{{>t0}}")]
    let sources = templates.map { TemplateSource(name: $0.0, path: $0.0, text: $0.1) }
    let error = #expect(throws: SiteError.self) {
      try TemplateLibrary(sources, pages: [TemplatePage("page", of: Page.self)])
    }
    #expect(error?.diagnostics.count == 1)
  }
}
