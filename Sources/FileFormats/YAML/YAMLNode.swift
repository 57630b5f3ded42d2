/// A part of a YAML document that knows where in its file it stands.
///
/// Nothing is constructed from it: a tag such as `!!python/object` is passed over.
///
/// ```swift
/// let document = try YAMLReader.parse(Array("model: {depth: 3}".utf8), path: "assay.yaml")
/// document.root?["model"]?["depth"]?.scalar?.text  // "3"
/// ```
package struct YAMLNode: Hashable, Sendable {
  /// What the node is.
  package enum Kind: Hashable, Sendable {
    /// A text with no structure.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file.
    case mapping([YAMLPair])
  }

  /// What the node is.
  package let kind: Kind
  /// The line of the node's first character, counted from 1.
  package let line: Int
  /// The column of the node's first character, in UTF-8 bytes from 1.
  package let column: Int

  /// A node at a place.
  package init(_ kind: Kind, line: Int, column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }
}

extension YAMLNode {
  /// The scalar, if this is one.
  package var scalar: YAMLScalar? { if case .scalar(let value) = kind { value } else { nil } }

  /// The elements, if this is a list.
  package var sequence: [YAMLNode]? { if case .sequence(let value) = kind { value } else { nil } }

  /// The pairs, if this is a mapping.
  package var mapping: [YAMLPair]? { if case .mapping(let value) = kind { value } else { nil } }

  /// Whether nothing is written here, or `~` or `null` without quotes.
  package var isNull: Bool { scalar?.isNull ?? false }

  /// The value of the key whose text has the same UTF-8 bytes, if this is a mapping that has it.
  package subscript(_ name: String) -> YAMLNode? {
    mapping?.first { $0.key.scalar?.text.utf8.elementsEqual(name.utf8) ?? false }?.value
  }

  /// What sort of node this is, for a message: “a list”, “a mapping”.
  package var kindInWords: String {
    switch kind {
    case .scalar(let scalar): scalar.isNull ? "nothing" : "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
