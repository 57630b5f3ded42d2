import Markup
import ReportModel

/// Writes the way from one page of a leaderboard to the others.
struct PagerWriter: Sendable {
  /// Knows the addresses of the pages.
  let richText: RichTextWriter

  /// The links, or nothing where the site has no addresses for them.
  func fragment(_ pager: ReportPager) -> HTMLFragment {
    HTMLWriter.fragment { html in
      html.element("nav", ["class": "pages", "aria-label": "Pages of the leaderboard"]) { html in
        html.element("ol") { html in
          if pager.current > 1 { write(pager, pager.current - 1, "← Better", to: &html) }
          for number in pager.numbers {
            if let number {
              write(pager, number, NumberText.integer(number), to: &html)
            } else {
              html.element("li", ["aria-hidden": "true"], text: "…")
            }
          }
          if pager.current < pager.count { write(pager, pager.current + 1, "Worse →", to: &html) }
        }
      }
    }
  }

  private func write(_ pager: ReportPager, _ number: Int, _ words: String, to html: inout HTMLWriter) {
    guard let url = richText.address(.leaderboardPage(pager.experiment, number)) else { return }
    html.element("li") { html in
      var attributes: HTMLAttributes = ["href": .url(url)]
      if number == pager.current { attributes.append("aria-current", "page") }
      html.element("a", attributes, text: words)
    }
  }
}
