/// A key of a mapping with its value.
package struct YAMLPair: Hashable, Sendable {
  /// The key: mostly a scalar.
  package let key: YAMLNode
  /// The value.
  package let value: YAMLNode

  /// A pair.
  package init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}
