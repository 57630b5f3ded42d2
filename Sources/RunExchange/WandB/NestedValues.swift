import Diagnostics
import FileFormats

/// Values with names within names, that are set and removed one after the other.
///
/// ```swift
/// var values = NestedValues()
/// values.set(["model", "depth"], to: three, bytes: 1)
/// values.remove(["model"])
/// ```
struct NestedValues {
  /// What is held at most, in bytes of JSON with 64 more for each value.
  static let weightLimit = 32 << 20

  private var root = Node()

  /// No values.
  init() {}

  /// Sets the value that `path` leads to.
  ///
  /// An object's members become values of their own. What stood there, and a
  /// value on the way there, is replaced.
  ///
  /// - Parameters:
  ///   - path: The names from the outside in.
  ///   - value: The value.
  ///   - bytes: How many bytes its JSON has.
  /// - Returns: Whether it was set; false if more would be held than ``weightLimit``.
  mutating func set(_ path: [ExactString], to value: JSONValue, bytes: Int) -> Bool {
    guard root.weight + bytes <= Self.weightLimit else { return false }
    _ = root.set(path[...], to: Node(value, depth: 0))
    return true
  }

  /// Removes what `path` leads to, if it is there.
  mutating func remove(_ path: [ExactString]) {
    _ = root.set(path[...], to: nil)
  }

  /// Every value with the names that lead to it, names in the order of their bytes.
  var leaves: [(path: [ExactString], value: JSONValue)] {
    var result: [(path: [ExactString], value: JSONValue)] = []
    root.collect([], &result)
    return result
  }
}

/// A value, or values with names.
private struct Node {
  private var leaf: JSONValue?
  private var children: [ExactString: Node] = [:]
  /// What it takes up, with all below.
  private(set) var weight = 0

  init() {}

  /// The node for a value; objects deeper than paths may be stay whole.
  init(_ value: JSONValue, depth: Int) {
    if let object = value.object, object.count > 0, depth < ImportLimit.depth {
      for member in object.members {
        let child = Node(member.value, depth: depth + 1)
        children[ExactString(member.name)] = child
        weight += child.weight
      }
    } else {
      leaf = value
      weight = 64 + Self.weight(of: value)
    }
  }

  /// Puts `node` where `path` leads, or nothing; returns by how much the weight grew.
  mutating func set(_ path: ArraySlice<ExactString>, to node: Node?) -> Int {
    let before = weight
    guard let name = path.first else {
      self = node ?? Node()
      return weight - before
    }
    let isLast = path.count == 1
    if node != nil, leaf != nil { self = Node() }
    if isLast {
      weight -= children[name]?.weight ?? 0
      children[name] = node
      weight += node?.weight ?? 0
    } else if node != nil || children[name] != nil {
      weight += children[name, default: Node()].set(path.dropFirst(), to: node)
    }
    return weight - before
  }

  func collect(_ path: [ExactString], _ result: inout [(path: [ExactString], value: JSONValue)]) {
    if let leaf { result.append((path, leaf)) }
    for (name, child) in children.sorted(by: { $0.key < $1.key }) { child.collect(path + [name], &result) }
  }

  /// About how many bytes a value that stays whole takes up.
  private static func weight(of value: JSONValue) -> Int {
    switch value.kind {
    case .null, .boolean: 0
    case .number(let number): number.text.utf8.count
    case .string(let text): text.utf8.count
    case .array(let elements): elements.reduce(0) { $0 + 48 + weight(of: $1) }
    case .object(let object): object.members.reduce(0) { $0 + 80 + $1.name.utf8.count + weight(of: $1.value) }
    }
  }
}
