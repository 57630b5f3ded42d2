import Markup
import ReportModel

/// Writes sentences: emphasis as elements, links where the site has an address for them.
struct RichTextWriter: Sendable {
  /// Where a link leads, if anywhere.
  let address: @Sendable (LinkTarget) -> SafeURL?

  /// Writes `text`; a verdict stands out in bold, but for those `inCell` of a table, where only its colour does.
  func write(_ text: RichText, inCell: Bool = false, to html: inout HTMLWriter) {
    for span in text.spans where !span.text.isEmpty {
      if let link = span.link, let url = address(link) {
        html.element("a", ["href": .url(url)]) { write(span, inCell, to: &$0) }
      } else {
        write(span, inCell, to: &html)
      }
    }
  }

  /// Writes an element that holds `text`.
  func element(
    _ name: StaticString, _ text: RichText, _ attributes: HTMLAttributes = [:], to html: inout HTMLWriter
  ) {
    html.element(name, attributes) { write(text, to: &$0) }
  }

  private func write(_ span: RichText.Span, _ inCell: Bool, to html: inout HTMLWriter) {
    switch span.style {
    case .plain: html.text(span.text)
    case .strong: html.element("strong", text: span.text)
    case .interval: html.element("span", ["class": "ci"], text: span.text)
    case .better: html.element(inCell ? "span" : "strong", ["class": "better"], text: span.text)
    case .worse: html.element(inCell ? "span" : "strong", ["class": "worse"], text: span.text)
    case .quiet: html.element("span", ["class": "quiet"], text: span.text)
    case .code: html.element("code") { Self.write(code: span.text, to: &$0) }
    }
  }

  /// Writes a name; a long path may break behind its slashes.
  private static func write(code: String, to html: inout HTMLWriter) {
    guard code.utf8.count > 32 else { return html.text(code) }
    var rest = code.utf8[...]
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      html.text(String(decoding: rest[...slash], as: UTF8.self))
      rest = rest[rest.index(after: slash)...]
      if !rest.isEmpty { html.void("wbr") }
    }
    html.text(String(decoding: rest, as: UTF8.self))
  }
}
