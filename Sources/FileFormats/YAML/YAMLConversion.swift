import Diagnostics
import Yams

/// Makes our nodes of the parser's.
struct YAMLConversion {
  private let marks: YAMLMarks

  init(marks: YAMLMarks) {
    self.marks = marks
  }

  /// The node with all below it.
  func node(_ node: Node, depth: Int) throws(FormatError) -> YAMLNode {
    guard depth < YAMLReader.depthLimit else {
      throw FormatError(
        at: marks.place(of: node.mark),
        found: "more than \(YAMLReader.depthLimit) lists and mappings inside each other",
        expected: "a flatter structure")
    }
    let place = marks.place(of: node.mark)
    return YAMLNode(try kind(of: node, depth: depth), line: place.line ?? 1, column: place.column ?? 1)
  }

  private func kind(of node: Node, depth: Int) throws(FormatError) -> YAMLNode.Kind {
    switch node {
    case .scalar(let scalar):
      return .scalar(YAMLScalar(text: scalar.string, isPlain: scalar.style == .plain))
    case .sequence(let elements):
      return .sequence(
        try elements.map { element throws(FormatError) in try self.node(element, depth: depth + 1) })
    case .mapping(let pairs):
      return .mapping(
        try pairs.map { pair throws(FormatError) in
          YAMLPair(
            key: try self.node(pair.key, depth: depth + 1), value: try self.node(pair.value, depth: depth + 1)
          )
        })
    case .alias(let alias):
      // The parser has put what an alias stands for in its place.
      throw FormatError(
        at: marks.place(of: alias.mark), found: "an alias that stands for nothing",
        expected: "the name of an anchor above")
    }
  }
}
