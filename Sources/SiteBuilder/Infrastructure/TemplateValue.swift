import Markup
import Mustache

/// The value of a name in one page model.
enum TemplateValue: Sendable {
  case absent
  case text(String)
  case flag(Bool)
  case fragment(HTMLFragment)
  case texts([String])
  case object(any PageModel)
  case list([any PageModel])

  /// The value as the template engine takes it.
  ///
  /// Markup is text to it: the check of the templates sees to it that markup, and nothing else, stays unescaped.
  var rendered: Any {
    switch self {
    case .absent: AbsentValue()
    case .text(let text): text
    case .flag(let flag): flag
    case .fragment(let fragment): fragment.string
    case .texts(let texts): texts
    case .object(let part): part
    case .list(let parts): parts
    }
  }

  /// Adds the kind and the content.
  func add(to digest: inout ContentDigest) {
    switch self {
    case .absent: digest.add("absent")
    case .text(let text): digest.add(text)
    case .flag(let flag): digest.add(flag ? "yes" : "no")
    case .fragment(let fragment): digest.add(fragment.bytes)
    case .texts(let texts):
      digest.add("\(texts.count)")
      for text in texts { digest.add(text) }
    case .object(let part): part.add(to: &digest)
    case .list(let parts):
      digest.add("\(parts.count)")
      for part in parts { part.add(to: &digest) }
    }
  }
}

/// Stands for a known name without a value: found, so that the search ends, but nothing.
private struct AbsentValue: MustacheCustomRepresentation {
  var representation: Any? { nil }
}
