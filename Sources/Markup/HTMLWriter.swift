/// Writes HTML and SVG into a byte buffer and escapes whatever is not markup.
///
/// Names of elements and attributes are `StaticString`: they stand in the source code.
///
/// ```swift
/// var html = HTMLWriter()
/// html.element("td", ["class": "n"]) { $0.text("a & b") }
/// html.fragment.string  // <td class="n">a &amp; b</td>
/// ```
package struct HTMLWriter: Sendable {
  private var bytes: [UInt8] = []

  /// A writer that has written nothing.
  package init() {}

  /// What has been written so far.
  package var fragment: HTMLFragment { HTMLFragment(finished: bytes) }

  /// A fragment written by `content`.
  package static func fragment(_ content: (inout HTMLWriter) -> Void) -> HTMLFragment {
    var writer = HTMLWriter()
    content(&writer)
    return writer.fragment
  }

  /// Writes the characters of `string`, escaped.
  package mutating func text(_ string: String) {
    bytes.appendEscaped(string)
  }

  /// Writes finished markup.
  package mutating func fragment(_ fragment: HTMLFragment) {
    bytes.append(contentsOf: fragment.bytes)
  }

  /// Starts a new line of the source, which readers of the file see and readers of the page do not.
  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes an element with its content.
  package mutating func element(
    _ name: StaticString, _ attributes: HTMLAttributes = [:], content: (inout HTMLWriter) -> Void
  ) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    content(&self)
    append("</")
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an element that holds text only.
  package mutating func element(_ name: StaticString, _ attributes: HTMLAttributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an HTML element that never has content, such as `<br>` or `<img>`.
  package mutating func void(_ name: StaticString, _ attributes: HTMLAttributes = [:]) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an SVG element without content, `<path …/>`: only foreign elements close themselves.
  package mutating func selfClosing(_ name: StaticString, _ attributes: HTMLAttributes = [:]) {
    start(name, attributes)
    append("/>")
  }

  private mutating func start(_ name: StaticString, _ attributes: HTMLAttributes) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (name, value) in attributes.pairs { attribute(name, value) }
  }

  /// Whether browsers follow or load what the attribute holds.
  private static func isLink(_ name: StaticString) -> Bool {
    guard [3, 4, 6, 10].contains(name.utf8CodeUnitCount) else { return false }
    return name.withUTF8Buffer { bytes in
      ["src", "href", "data", "action", "poster", "srcset", "formaction", "xlink:href"]
        .contains { $0.utf8.elementsEqual(bytes) }
    }
  }

  private mutating func attribute(_ name: StaticString, _ value: HTMLAttributeValue) {
    if Self.isLink(name) {
      guard case .url = value else { preconditionFailure("\(name) takes a SafeURL and nothing else") }
    }
    if case .flag(let isSet) = value {
      guard isSet else { return }
      bytes.append(UInt8(ascii: " "))
      append(name)
      return
    }
    bytes.append(UInt8(ascii: " "))
    append(name)
    append("=\"")
    switch value {
    case .text(let text): bytes.appendEscaped(text)
    case .integer(let number): bytes.appendInteger(number)
    case .coordinate(let number): bytes.appendCoordinate(number)
    case .url(let url): bytes.appendEscaped(url.string)
    case .flag: break
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ string: StaticString) {
    string.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
