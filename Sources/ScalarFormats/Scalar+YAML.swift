package import FileFormats
package import RunModel

extension Scalar {
  /// The scalar that a YAML node is; a list or a mapping becomes its JSON.
  ///
  /// Without quotes `true`, `3`, `0.1`, `.inf` and nothing mean what they say in YAML 1.2; in quotes they are text.
  package init(_ node: YAMLNode) {
    guard let scalar = node.scalar else {
      self = Scalar(.json, text: JSONCopy(node).text)
      return
    }
    if scalar.isNull {
      self = Scalar(.null, text: "null")
    } else if let boolean = scalar.boolean {
      self = .boolean(boolean)
    } else if let number = scalar.number {
      let digits =
        scalar.text.utf8.first == UInt8(ascii: "-") ? scalar.text.utf8.dropFirst() : scalar.text.utf8[...]
      let isWhole = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      self = number.isFinite ? Scalar(isWhole ? .integer : .real, text: scalar.text) : .real(number)
    } else {
      self = .text(scalar.text)
    }
  }
}
