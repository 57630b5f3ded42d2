import Diagnostics

extension TemplateChecker {
  /// Checks `{{name}}` and `{{{name}}}`: text is escaped, markup is not, and nothing else has a text of its own.
  mutating func checkValue(_ node: TemplateNode, _ context: Context) {
    guard let content = content(of: node, context) else { return }
    let isUnescaped = node.kind == .unescaped
    switch content {
    case .text where !isUnescaped, .fragment where isUnescaped: break
    case .text: report(node, "{{{\(node.name)}}} of plain text", "{{\(node.name)}}, which is escaped")
    case .fragment:
      report(node, "{{\(node.name)}} of markup", "{{{\(node.name)}}}, which is not escaped twice")
    case .flag, .texts, .object, .list:
      report(node, "a value of \(node.name), which is a \(content.kind)", "a section {{#\(node.name)}}")
    }
  }

  /// What the name of `node` stands for in `context`; reports a name that nothing there has.
  mutating func content(of node: TemplateNode, _ context: Context) -> TemplateContent? {
    if node.name == "." { return currentContent(node, context) }
    let parts = node.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var known: [String] = []
    var found: TemplateContent?
    for case .names(let names) in context.scopes.reversed() where found == nil {
      found = names[parts[0]]?.content
      known += names.names.map(\.name)
    }
    for part in parts.dropFirst() {
      guard case .object(let names) = found else {
        found = nil
        break
      }
      known = names.names.map(\.name)
      found = names[part]?.content
    }
    if found == nil {
      let near = NearestName.suggestion(for: parts.last ?? "", among: known)
      report(
        node, "the unknown name \(VisibleText.quoting(node.name))",
        near.map { "a name of the page; perhaps \($0)" } ?? "a name of the page (see assay schema)")
    }
    return found
  }

  /// What `{{.}}` stands for.
  private mutating func currentContent(_ node: TemplateNode, _ context: Context) -> TemplateContent? {
    switch context.scopes.last {
    case .text: return .text
    case .fragment: return .fragment
    case .names, .nothing, nil:
      report(node, "a full stop that stands for no text", "it inside a section of a text")
      return nil
    }
  }
}
