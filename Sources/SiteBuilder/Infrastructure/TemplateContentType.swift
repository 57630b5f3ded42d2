import Markup
import Mustache

/// How templates escape: by UTF-8 byte, as everything here does.
///
/// The engine's own escapes by `Character`, and a quote followed by a combining mark slips through it.
struct TemplateContentType: MustacheContentType {
  /// The pragma that every template begins with: the engine falls back to its own escaping at each inclusion.
  static var pragma: String {
    registered
    return "{{% CONTENT_TYPE:ASSAY}}"
  }

  private static let registered: Void = MustacheContentTypes.register(TemplateContentType(), named: "ASSAY")

  func escapeText(_ text: String) -> String {
    HTMLFragment.text(text).string
  }
}
