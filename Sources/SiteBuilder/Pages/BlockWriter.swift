import CommonMark
import Markup
import ReportModel

/// Writes the blocks of a section.
struct BlockWriter: Sendable {
  /// Writes sentences.
  let richText: RichTextWriter
  /// Writes tables.
  let tables: TableWriter
  /// Writes figures.
  let figures: FigureWriter
  /// Gives the content of a run’s artifact.
  let artifact: ArtifactContent

  /// The blocks in order, one on each line; neighbouring paragraphs form one text.
  func fragment(_ blocks: [ReportBlock]) -> HTMLFragment {
    var parts: [HTMLFragment] = []
    var paragraphs: [RichText] = []
    for block in blocks {
      if case .paragraph(let text) = block {
        paragraphs.append(text)
        continue
      }
      parts.append(prose(paragraphs))
      paragraphs = []
      parts.append(fragment(block))
    }
    parts.append(prose(paragraphs))
    return parts.filter { !$0.isEmpty }.joined(separator: .verbatim("\n"))
  }

  private func fragment(_ block: ReportBlock) -> HTMLFragment {
    switch block {
    case .paragraph(let text): prose([text])
    case .remark(let text):
      text.isEmpty
        ? HTMLFragment()
        : HTMLWriter.fragment { richText.element("p", text, ["class": "fine"], to: &$0) }
    case .heading(let title): HTMLWriter.fragment { $0.element("h3", text: title) }
    case .markdown(let text): markdown(text)
    case .figure(let figure): figures.fragment(figure)
    case .columns(let columns, let leadsWithFirst): fragment(columns, leadsWithFirst: leadsWithFirst)
    case .table(let table): tables.fragment(table)
    case .pager(let pager): PagerWriter(richText: richText).fragment(pager)
    case .facts(let facts): FactsWriter(richText: richText).fragment(facts)
    case .fold(let summary, let blocks): fold(summary, blocks)
    case .preformatted(let label, let text): preformatted(text, label: label)
    case .artifact(let run, let id): fragment(id, of: run)
    case .artifactRow(let id, let runs, let names): fragment(id, of: runs, names: names)
    }
  }

  private func prose(_ paragraphs: [RichText]) -> HTMLFragment {
    let paragraphs = paragraphs.filter { !$0.isEmpty }
    guard !paragraphs.isEmpty else { return HTMLFragment() }
    return HTMLWriter.fragment { html in
      html.element("div", ["class": "prose"]) { html in
        for paragraph in paragraphs { richText.element("p", paragraph, to: &html) }
      }
    }
  }

  private func markdown(_ text: String) -> HTMLFragment {
    let content = Markdown.html(text, options: MarkdownOptions(link: MarkdownOptions.outsideLink))
    guard !content.isEmpty else { return HTMLFragment() }
    return HTMLWriter.fragment { html in
      html.element("div", ["class": "prose"]) { html in
        html.newline()
        html.fragment(content)
      }
    }
  }

  /// A line feed behind `<pre>` is not part of the text, so that one of the text's own stays.
  private func preformatted(_ text: String, label: String) -> HTMLFragment {
    HTMLWriter.fragment { html in
      html.element("pre", ["tabindex": "0", "role": "region", "aria-label": .text(label)]) { html in
        html.newline()
        html.text(text)
      }
    }
  }

  private func fold(_ summary: String, _ blocks: [ReportBlock]) -> HTMLFragment {
    HTMLWriter.fragment { html in
      html.element("details", ["class": "fold"]) { html in
        html.element("summary", text: summary)
        html.newline()
        html.fragment(fragment(blocks))
      }
    }
  }
}
