import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// The values of a nested record under flat names: `{"model": {"depth": 3}}` is `model.depth` = 3.
///
/// Lists and empty objects are one value each, as JSON; so are objects that stand for something in the language that
/// wrote them (`py/…` of jsonpickle): nothing is constructed from them. Below eight levels the rest is JSON, too.
struct FlatValues {
  /// The values by name.
  private(set) var values: [ExactString: Scalar] = [:]
  /// How many had no room, were too long or had the name of another.
  private(set) var leftOut = 0
  private let separator: String

  private static let depthLimit = 8

  /// No values yet; `separator` joins the names.
  init(separator: String = ".") {
    self.separator = separator
  }

  /// The values of an object; of anything else none.
  init(_ value: JSONValue, separator: String = ".") {
    self.init(separator: separator)
    for member in value.object?.members ?? [] { add(member.value, named: member.name) }
  }

  /// The values of a mapping; of anything else none.
  ///
  /// Tags are passed over.
  init(_ node: YAMLNode, separator: String = ".") {
    self.init(JSONCopy(node).value, separator: separator)
  }

  /// Adds a value, or what it holds, under a name.
  mutating func add(_ value: JSONValue, named name: String) {
    add(value, named: name, level: 0)
  }

  private mutating func add(_ value: JSONValue, named name: String, level: Int) {
    guard values.count < ImportLimit.metrics, name.utf8.count <= ImportLimit.nameBytes else {
      leftOut += 1
      return
    }
    if let object = value.object, !object.members.isEmpty, level < Self.depthLimit, !Self.isPickled(object) {
      for member in object.members {
        guard member.name.utf8.count <= ImportLimit.nameBytes else {
          leftOut += 1
          continue
        }
        add(member.value, named: name + separator + member.name, level: level + 1)
      }
    } else {
      let key = ExactString(name)
      let scalar = Scalar(value)
      guard values[key] == nil, scalar.text.utf8.count <= ImportLimit.valueBytes else {
        leftOut += 1
        return
      }
      values[key] = scalar
    }
  }

  private static func isPickled(_ object: JSONObject) -> Bool {
    object.members.contains { $0.name.utf8.starts(with: "py/".utf8) }
  }
}

extension SourceFolder {
  /// Says how many values of a file had no room.
  mutating func reportLeftOut(_ values: FlatValues, at name: String) {
    guard values.leftOut > 0 else { return }
    report(
      .warning, "too-many-values", at: name,
      "what is too much, too long or named like another: \(values.leftOut) in number",
      "at most \(ImportLimit.metrics) values, each with a name of its own of at most \(ImportLimit.nameBytes) bytes",
      "They are left out.")
  }

  /// The flat values of a JSON file; empty with a diagnostic if it cannot be read or is no object.
  mutating func flatJSON(_ name: String, separator: String = ".") -> [ExactString: Scalar] {
    guard let document = json(name, limit: ImportLimit.documentBytes) else { return [:] }
    guard document.root.object != nil else {
      report(
        .warning, "unexpected-value", at: document.place(of: document.root), document.root.kindInWords,
        "an object", "The file is left out.")
      return [:]
    }
    let values = FlatValues(document.root, separator: separator)
    reportLeftOut(values, at: name)
    return values.values
  }

  /// The flat values of a YAML file; empty with a diagnostic if it cannot be read or is no mapping.
  mutating func flatYAML(_ name: String) -> [ExactString: Scalar] {
    guard let document = yaml(name), let root = document.root else { return [:] }
    guard root.mapping != nil else {
      if !root.isNull {
        report(
          .warning, "unexpected-value", at: document.place(of: root), root.kindInWords, "a mapping",
          "The file is left out.")
      }
      return [:]
    }
    let values = FlatValues(root)
    reportLeftOut(values, at: name)
    return values.values
  }
}
