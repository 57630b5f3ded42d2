import Diagnostics
import Markup
import ReportModel
import RunModel

extension BlockWriter {
  /// Blocks side by side: two of equal width or with a wider first, else in threes; one alone needs no frame.
  func fragment(_ columns: [[ReportBlock]], leadsWithFirst: Bool) -> HTMLFragment {
    let columns = columns.filter { !$0.isEmpty }
    if columns.count < 2 { return columns.first.map { fragment($0) } ?? HTMLFragment() }
    return row(columns.map(column), leadsWithFirst: leadsWithFirst)
  }

  /// The content of an artifact under its name.
  func fragment(_ id: ExactString, of run: RunID) -> HTMLFragment {
    figure(artifact(run, id)) { $0.element("code", text: id.text) }
  }

  /// The artifacts of one name from several runs, under the names of these.
  func fragment(_ id: ExactString, of runs: [RunID], names: [String]) -> HTMLFragment {
    guard !runs.isEmpty else { return HTMLFragment() }
    let figures = zip(runs, names).map { run, name in
      figure(artifact(run, id)) { $0.text(name) }
    }
    let heading = HTMLWriter.fragment { html in
      html.element("h3") { $0.element("code", text: id.text) }
      html.newline()
    }
    return heading + (figures.count == 1 ? figures[0] : row(figures, leadsWithFirst: false))
  }

  /// A figure stands by itself, so that its parts align with its neighbour's; other blocks stack.
  private func column(_ blocks: [ReportBlock]) -> HTMLFragment {
    if blocks.count == 1, case .figure = blocks[0] { return fragment(blocks) }
    return HTMLWriter.fragment { html in
      html.element("div", ["class": "stack"]) { $0.fragment(fragment(blocks)) }
    }
  }

  private func row(_ parts: [HTMLFragment], leadsWithFirst: Bool) -> HTMLFragment {
    let name: HTMLAttributeValue = parts.count > 2 ? "trio" : leadsWithFirst ? "pair lead" : "pair"
    return HTMLWriter.fragment { html in
      html.element("div", ["class": name]) { html in
        html.newline()
        for part in parts {
          html.fragment(part)
          html.newline()
        }
      }
    }
  }

  private func figure(_ content: HTMLFragment, caption: (inout HTMLWriter) -> Void) -> HTMLFragment {
    HTMLWriter.fragment { html in
      html.element("figure") { html in
        html.element("figcaption") { $0.element("p", ["class": "what"], content: caption) }
        if content.isEmpty {
          html.element("p", ["class": "fine"], text: "Without this artifact.")
        } else {
          html.fragment(content)
        }
      }
    }
  }
}
