package import FileFormats
import RunModel

extension JSONCopy {
  /// The JSON of a YAML node: plain scalars by what they mean, keys as text.
  package init(_ node: YAMLNode) {
    self.init(Self.value(of: node))
  }

  private static func value(of node: YAMLNode) -> JSONValue {
    switch node.kind {
    case .sequence(let nodes):
      return JSONValue(.array(nodes.map(value(of:))), offset: 0)
    case .mapping(let pairs):
      var object = JSONObject()
      for pair in pairs {
        let name = pair.key.scalar?.text ?? JSONCopy(pair.key).text
        _ = object.add(JSONObject.Member(name: name, offset: 0, value: value(of: pair.value)))
      }
      return JSONValue(.object(object), offset: 0)
    case .scalar:
      let scalar = Scalar(node)
      switch scalar.kind {
      case .null: return JSONValue(.null, offset: 0)
      case .boolean: return JSONValue(.boolean(scalar.text == "true"), offset: 0)
      case .integer, .real:
        return JSONValue(.number(JSONNumber(text: scalar.text, value: scalar.number ?? .nan)), offset: 0)
      case .text, .json: return JSONValue(.string(scalar.text), offset: 0)
      }
    }
  }
}
