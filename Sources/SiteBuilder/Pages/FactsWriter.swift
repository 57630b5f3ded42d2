import Markup
import ReportModel

/// Writes names and what is to be said of each.
struct FactsWriter: Sendable {
  /// Writes what is said.
  let richText: RichTextWriter

  /// The list; nothing for no facts, since a list may not be empty.
  func fragment(_ facts: [ReportFact]) -> HTMLFragment {
    guard !facts.isEmpty else { return HTMLFragment() }
    return HTMLWriter.fragment { html in
      html.element("dl", ["class": "facts"]) { html in
        html.newline()
        for fact in facts {
          html.element("div") { html in
            html.element("dt", text: fact.name)
            richText.element("dd", fact.text, to: &html)
          }
          html.newline()
        }
      }
    }
  }
}
