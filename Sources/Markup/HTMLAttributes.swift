/// The attributes of one element, in writing order.
///
/// ```swift
/// let attributes: HTMLAttributes = ["class": "n", "title": .text(label), "open": .flag(isOpen)]
/// ```
package struct HTMLAttributes: Sendable, ExpressibleByDictionaryLiteral {
  private(set) var pairs: [(name: StaticString, value: HTMLAttributeValue)]

  package init(dictionaryLiteral elements: (StaticString, HTMLAttributeValue)...) {
    pairs = elements.map { (name: $0.0, value: $0.1) }
  }

  /// Adds an attribute at the end; a name that is there already is the caller's mistake, browsers keep the first.
  package mutating func append(_ name: StaticString, _ value: HTMLAttributeValue) {
    pairs.append((name: name, value: value))
  }

  /// Adds other attributes at the end.
  package mutating func append(contentsOf other: HTMLAttributes) {
    pairs += other.pairs
  }
}
