/// A sentence with emphasis and links, as a value: what a page says, before anybody thinks of HTML.
///
/// ```swift
/// let lede: RichText = "Accuracy is \(strong: "0.970") on 899 examples."
/// lede.plain  // "Accuracy is 0.970 on 899 examples."
/// ```
package struct RichText: Hashable, Sendable {
  /// The pieces, in reading order.
  package var spans: [Span]

  /// A text of these pieces.
  package init(_ spans: [Span] = []) {
    self.spans = spans
  }

  /// A text of plain words.
  package init(plain text: String) {
    self.init([Span(text)])
  }

  /// The words alone.
  package var plain: String { spans.map(\.text).joined() }

  /// Whether there are no words.
  package var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  /// Both texts, one after the other.
  package static func + (left: RichText, right: RichText) -> RichText {
    RichText(left.spans + right.spans)
  }

  /// Texts as a sentence lists them: `a`, `a and b`, `a, b and c`.
  package static func list(_ items: [RichText], joinedBy last: String = "and") -> RichText {
    var result = RichText()
    for (position, item) in items.enumerated() {
      if position > 0 {
        result.spans.append(Span(position == items.count - 1 ? " \(last) " : ", "))
      }
      result.spans += item.spans
    }
    return result
  }
}

extension RichText {
  /// A run of words with one look and at most one link.
  package struct Span: Hashable, Sendable {
    /// The words.
    package var text: String
    /// Their look.
    package var style: Style
    /// Where they lead, if anywhere.
    package var link: LinkTarget?

    /// A span.
    package init(_ text: String, style: Style = .plain, link: LinkTarget? = nil) {
      self.text = text
      self.style = style
      self.link = link
    }
  }

  /// How words look; each means something.
  package enum Style: Hashable, Sendable {
    /// As the text around.
    case plain
    /// The number or name that the sentence is about.
    case strong
    /// An interval beside its value.
    case interval
    /// A verdict in favour of the run in question.
    case better
    /// A verdict against it.
    case worse
    /// Said in passing.
    case quiet
    /// A name as a program writes it.
    case code
  }
}

extension RichText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init([Span(value)])
  }

  package init(stringInterpolation: Interpolation) {
    self.init(stringInterpolation.spans)
  }

  /// Builds a text from a literal: `"Accuracy is \(strong: value) \(interval: range)"`.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var spans: [Span] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { spans.append(Span(literal)) }
    }

    package mutating func appendInterpolation(_ text: some CustomStringConvertible) {
      spans.append(Span(text.description))
    }

    package mutating func appendInterpolation(_ text: RichText) { spans += text.spans }

    package mutating func appendInterpolation(strong text: String) {
      spans.append(Span(text, style: .strong))
    }

    package mutating func appendInterpolation(interval text: String) {
      spans.append(Span(text, style: .interval))
    }

    package mutating func appendInterpolation(code text: String) { spans.append(Span(text, style: .code)) }

    package mutating func appendInterpolation(quiet text: String) { spans.append(Span(text, style: .quiet)) }

    package mutating func appendInterpolation(_ text: String, link: LinkTarget?) {
      spans.append(Span(text, link: link))
    }
  }
}
