import Diagnostics
import Testing

@testable import SiteBuilder

@Suite struct TemplateParserTests {
  private func problem(_ text: String) -> String? {
    do throws(TemplateSyntaxError) {
      _ = try TemplateParser.nodes(of: TemplateSource(name: "t", path: "t.mustache", text: text))
      return nil
    } catch {
      return error.diagnostic.description
    }
  }

  @Test(arguments: [
    ("a\n{{title", "t.mustache:2:1: error: found a tag without end; expected a closing }}."),
    ("{{{body}}", "t.mustache:1:1: error: found a tag without end; expected a closing }}}."),
    ("{{#a}}\n{{/b}}", "t.mustache:2:1: error: found the end of “b”; expected first the end of “a”."),
    ("{{/b}}", "t.mustache:1:1: error: found the end of “b”; expected no end here."),
    (" {{#a}}", "t.mustache:1:2: error: found a section without end; expected {{/a}}."),
  ])
  func badSyntaxIsReportedWithItsPlace(text: String, expected: String) {
    #expect(problem(text) == expected)
  }

  @Test(arguments: [
    "{{=<% %>=}}", "{{% CONTENT_TYPE:TEXT}}", "{{>*dynamic}}", "{{uppercased(title)}}", "{{}}",
    "{{ #a}}{{/a}}",
    "{{<a}}{{b}}{{/a}}", "{{a b}}", "{{{}}}", "{{\u{301}a}}", "{{a}}\u{301}", "{{a/b}}", "{{é}}",
    "{\u{301}{a}}",
  ])
  func whatWouldTurnEscapingOffOrTheEngineReadsOtherwiseIsRejected(text: String) {
    #expect(problem(text) != nil)
  }

  @Test func sectionsInsideEachOtherAreLimited() {
    let open = String(repeating: "{{#a}}", count: 20_000)
    #expect(problem(open)?.contains("deep") == true)
    let fine = String(repeating: "{{#a}}", count: 32) + String(repeating: "{{/a}}", count: 32)
    #expect(problem(fine) == nil)
  }

  @Test func theTreeFollowsTheTags() throws {
    let text = "{{! note }}{{#a}}{{b}}{{{c}}}{{/a}}{{^d}}{{&e}}{{/d}}{{> f/g }}{{<h}}{{$i}}{{/i}}{{/h}}"
    let nodes = try TemplateParser.nodes(of: TemplateSource(name: "t", path: "t", text: text))
    #expect(nodes.map(\.name) == ["a", "d", "f/g", "h"])
    #expect(nodes.map(\.kind) == [.section, .invertedSection, .partial, .parent])
    #expect(nodes[0].children.map(\.kind) == [.escaped, .unescaped])
    #expect(nodes[1].children.map(\.kind) == [.unescaped])
    #expect(nodes[3].children.map(\.kind) == [.block])
  }
}
