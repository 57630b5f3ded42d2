import Diagnostics

/// Puts the tags of a template into a tree, and refuses what templates here may not do.
///
/// Refused, besides bad syntax: other delimiters and pragmas, which would turn the escaping off; transforms; partials
/// whose name is a value; sections inside each other more than ``depthLimit`` deep.
struct TemplateParser {
  /// Sections and blocks inside each other at most.
  static let depthLimit = 32

  private var reader: TemplateTagReader

  /// The tree of `source`.
  static func nodes(of source: TemplateSource) throws(TemplateSyntaxError) -> [TemplateNode] {
    if let place = placeOfJoinedBrace(in: source) {
      throw TemplateSyntaxError(
        place: place, found: "a brace joined with a mark that combines with it", expected: "a brace alone")
    }
    var parser = TemplateParser(reader: TemplateTagReader(source))
    return try parser.nodes(until: nil, depth: 0)
  }

  private mutating func nodes(
    until open: TemplateNode?, depth: Int
  ) throws(TemplateSyntaxError) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while let tag = try reader.next() {
      if tag.sign == UInt8(ascii: "/") {
        if let open, open.name == tag.name { return nodes }
        throw TemplateSyntaxError(
          place: tag.place, found: "the end of \(VisibleText.quoting(tag.name))",
          expected: open.map { "first the end of \(VisibleText.quoting($0.name))" } ?? "no end here")
      }
      var node = try node(of: tag)
      switch node.kind {
      case .section, .invertedSection, .parent, .block:
        guard depth < Self.depthLimit else {
          let found = "sections inside each other more than \(Self.depthLimit) deep"
          throw TemplateSyntaxError(place: node.place, found: found, expected: "fewer")
        }
        node.children = try self.nodes(until: node, depth: depth + 1)
      case .escaped, .unescaped, .partial: break
      }
      if open?.kind == .parent, node.kind != .block {
        let expected = "only blocks inside a parent"
        throw TemplateSyntaxError(place: node.place, found: "another tag", expected: expected)
      }
      nodes.append(node)
    }
    if let open {
      let expected = "{{/\(open.name)}}"
      throw TemplateSyntaxError(place: open.place, found: "a section without end", expected: expected)
    }
    return nodes
  }

  private func node(of tag: TemplateTag) throws(TemplateSyntaxError) -> TemplateNode {
    let kind: TemplateNode.Kind
    switch tag.sign {
    case nil: kind = .escaped
    case UInt8(ascii: "{"), UInt8(ascii: "&"): kind = .unescaped
    case UInt8(ascii: "#"): kind = .section
    case UInt8(ascii: "^"): kind = .invertedSection
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "<"): kind = .parent
    case UInt8(ascii: "$"): kind = .block
    default:
      throw TemplateSyntaxError(
        place: tag.place, found: "a pragma or a change of delimiters", expected: "the braces as they are")
    }
    let isTemplate = kind == .partial || kind == .parent
    let isName =
      !tag.name.isEmpty && tag.name.utf8.allSatisfy { Self.isNameByte($0, isTemplate: isTemplate) }
    guard isName else {
      throw TemplateSyntaxError(
        place: tag.place, found: "the name \(VisibleText.quoting(tag.name))",
        expected: "letters, digits, hyphens and underscores")
    }
    return TemplateNode(kind: kind, name: tag.name, place: tag.place)
  }

  private static func isNameByte(_ byte: UInt8, isTemplate: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "/"): isTemplate
    case UInt8(ascii: "."): !isTemplate
    default: "_-".utf8.contains(byte)
    }
  }

  /// The engine reads characters, we read bytes: a brace with a combining mark would be a brace to us only.
  private static func placeOfJoinedBrace(in source: TemplateSource) -> SourcePlace? {
    let joined = source.text.indices.first { index in
      let scalars = source.text[index].unicodeScalars
      return scalars.count > 1 && scalars.contains { $0 == "{" || $0 == "}" }
    }
    guard let joined else { return nil }
    let before = source.text.utf8[..<joined]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    return SourcePlace(path: source.path, line: line, column: column)
  }
}
