import Diagnostics
import FileFormats

extension YAMLNode {
  /// The node that means what a JSON value means, at its place.
  ///
  /// So that one reader serves for both. A key stands where its value does.
  init(_ value: JSONValue, of document: JSONDocument) {
    let place = document.place(of: value)
    let kind: Kind
    switch value.kind {
    case .null: kind = .scalar(YAMLScalar(text: "null", isPlain: true))
    case .boolean(let value): kind = .scalar(YAMLScalar(text: value ? "true" : "false", isPlain: true))
    case .number(let number): kind = .scalar(YAMLScalar(text: Self.text(of: number), isPlain: true))
    case .string(let text): kind = .scalar(YAMLScalar(text: text, isPlain: false))
    case .array(let elements): kind = .sequence(elements.map { YAMLNode($0, of: document) })
    case .object(let object):
      kind = .mapping(
        object.members.map { member in
          let value = YAMLNode(member.value, of: document)
          let key = Kind.scalar(YAMLScalar(text: member.name, isPlain: false))
          return YAMLPair(key: YAMLNode(key, line: value.line, column: value.column), value: value)
        })
    }
    self.init(kind, line: place.line ?? 1, column: place.column ?? 1)
  }

  private static func text(of number: JSONNumber) -> String {
    if number.value.isNaN { return ".nan" }
    return number.text.hasSuffix("y") ? (number.value < 0 ? "-.inf" : ".inf") : number.text
  }
}
