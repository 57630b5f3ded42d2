public import Diagnostics
import FileFormats
import Markup
public import RunModel
import ScalarFormats

/// What a task was given: names and values in the order in which they are written.
///
/// ```swift
/// var parameters: TaskParameters = ["estimator": "majority", "C": 0.1, "folds": 3]
/// parameters["shuffle"] = true
/// ```
public struct TaskParameters: Hashable, Sendable {
  /// One parameter.
  public struct Entry: Hashable, Sendable {
    /// What it is called.
    public var name: ExactString
    /// What it is; lists and objects as ``Scalar/Kind/json``.
    public var value: Scalar
  }

  /// The parameters, each name once.
  public private(set) var entries: [Entry] = []

  /// No parameters.
  public init() {}

  /// The value of the parameter `name`; a new one comes last.
  public subscript(name: ExactString) -> Scalar? {
    get { entries.first { $0.name == name }?.value }
    set {
      let position = entries.firstIndex { $0.name == name }
      switch (position, newValue) {
      case (let position?, let value?): entries[position].value = value
      case (let position?, nil): entries.remove(at: position)
      case (nil, let value?): entries.append(Entry(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The parameters as JSON, `type` first, in the layout of skrobot: one space for each level, ASCII, no last newline.
  ///
  /// Numbers that are not finite are the strings `"NaN"`, `"Infinity"` and `"-Infinity"`, since JSON has none.
  func json(type: String) -> [UInt8] {
    SkrobotJSON.bytes { json in
      json.object { json in
        json.member("type", type)
        for entry in entries where entry.name != "type" {
          json.member(entry.name.text, entry.value.taskJSON)
        }
      }
    }
  }
}

extension TaskParameters: ExpressibleByDictionaryLiteral {
  /// Parameters in the order of the literal; of two of one name the last counts.
  public init(dictionaryLiteral elements: (ExactString, Scalar)...) {
    for (name, value) in elements { self[name] = value }
  }
}

extension Scalar {
  /// The value as JSON, lists and objects as such.
  fileprivate var taskJSON: JSONCopy {
    if kind == .json || kind == .null, let copy = JSONCopy(text: text) { return copy }
    var json = JSONWriter()
    plainJSON.write(to: &json)
    return JSONCopy(text: json.string) ?? JSONCopy(.init(.string(text), offset: 0))
  }
}
