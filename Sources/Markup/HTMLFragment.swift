/// Finished markup: bytes in which everything that came from outside has been escaped.
///
/// Only this module makes fragments, so whoever holds one may put it into a page as it stands.
///
/// ```swift
/// HTMLFragment.text("a < b").string  // "a &lt; b"
/// ```
package struct HTMLFragment: Hashable, Sendable {
  /// The markup in UTF-8.
  package private(set) var bytes: [UInt8]

  /// A fragment without anything in it.
  package init() {
    bytes = []
  }

  /// Trusts `bytes`: they come from an ``HTMLWriter``.
  init(finished bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The characters of `string`, escaped.
  package static func text(_ string: String) -> HTMLFragment {
    var bytes: [UInt8] = []
    bytes.appendEscaped(string)
    return HTMLFragment(finished: bytes)
  }

  /// Markup that stands in the source code, as it is: a `StaticString` cannot hold anything from outside.
  package static func verbatim(_ markup: StaticString) -> HTMLFragment {
    HTMLFragment(finished: markup.withUTF8Buffer { Array($0) })
  }

  /// The markup as text.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether there is nothing in it.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Whether there is nothing in it but white space.
  package var isBlank: Bool {
    bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }
  }

  /// Adds another fragment at the end.
  package mutating func append(_ other: HTMLFragment) {
    bytes.append(contentsOf: other.bytes)
  }

  /// The left fragment followed by the right one.
  package static func + (left: HTMLFragment, right: HTMLFragment) -> HTMLFragment {
    var result = left
    result.append(right)
    return result
  }
}

extension Sequence<HTMLFragment> {
  /// All fragments in order, with `separator` between neighbours.
  package func joined(separator: HTMLFragment = HTMLFragment()) -> HTMLFragment {
    var result = HTMLFragment()
    for (position, fragment) in enumerated() {
      if position > 0 { result.append(separator) }
      result.append(fragment)
    }
    return result
  }
}
