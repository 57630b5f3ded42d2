import Diagnostics

/// Follows a page through all the templates that it includes, and holds every name against the vocabulary.
struct TemplateChecker {
  /// Tags that one page may come past: templates that include each other often would take for ever to draw.
  static let tagLimit = 100_000

  /// What `{{.}}` and plain names refer to at one level.
  enum Scope {
    case names(TemplateVocabulary)
    case text
    case fragment
    case nothing
  }

  /// Where in the tree of inclusions the walk is.
  struct Context {
    var scopes: [Scope]
    var blocks: [String: [TemplateNode]] = [:]
    var openTemplates: [String] = []
    var openBlocks: [String] = []
  }

  /// Every problem found so far, once.
  private(set) var problems: [Diagnostic] = []
  /// The templates that were come past.
  private(set) var used: Set<String> = []
  private var seen: Set<Diagnostic> = []
  private var expandedBlocks: Set<String> = []
  private var tags = 0
  private let templates: [String: [TemplateNode]]

  /// A checker of these templates.
  init(_ templates: [String: [TemplateNode]]) {
    self.templates = templates
  }

  /// Checks the page.
  mutating func check(_ page: TemplatePage) {
    tags = 0
    let place = SourcePlace(path: "Templates/\(page.template).mustache")
    include(page.template, at: place, Context(scopes: [.names(page.vocabulary)]))
  }

  private mutating func check(_ nodes: [TemplateNode], _ context: Context) {
    for node in nodes {
      tags += 1
      guard tags <= Self.tagLimit else {
        if tags == Self.tagLimit + 1 {
          report(
            node, "templates that include each other too often", "at most \(Self.tagLimit) tags on a page")
        }
        return
      }
      switch node.kind {
      case .escaped, .unescaped: checkValue(node, context)
      case .section, .invertedSection: checkSection(node, context)
      case .partial: include(node.name, at: node.place, context)
      case .parent: checkParent(node, context)
      case .block: checkBlock(node, context)
      }
    }
  }

  private mutating func checkSection(_ node: TemplateNode, _ context: Context) {
    guard let content = content(of: node, context) else { return }
    var inner = context
    if node.kind == .invertedSection {
      inner.scopes.append(.nothing)
    } else {
      switch content {
      case .text, .texts: inner.scopes.append(.text)
      case .fragment: inner.scopes.append(.fragment)
      case .object(let names), .list(let names): inner.scopes.append(.names(names))
      case .flag: break
      }
    }
    check(node.children, inner)
  }

  private mutating func include(_ name: String, at place: SourcePlace, _ context: Context) {
    guard let nodes = templates[name] else {
      let near = NearestName.suggestion(for: name, among: templates.keys.sorted())
      let expected = near.map { "the name of a template; perhaps \($0)" } ?? "the name of a template"
      return report(place, "the template name \(VisibleText.quoting(name))", expected)
    }
    guard !context.openTemplates.contains(name) else {
      return report(place, "a template that includes itself: \(name)", "an end to the inclusions")
    }
    used.insert(name)
    var inner = context
    inner.openTemplates.append(name)
    check(nodes, inner)
  }

  private mutating func checkParent(_ node: TemplateNode, _ context: Context) {
    var inner = context
    for block in node.children where inner.blocks[block.name] == nil {
      inner.blocks[block.name] = block.children
    }
    let before = expandedBlocks
    expandedBlocks = []
    include(node.name, at: node.place, inner)
    for block in node.children where !expandedBlocks.contains(block.name) && templates[node.name] != nil {
      let near = NearestName.suggestion(for: block.name, among: expandedBlocks.sorted())
      let expected = "a block of \(node.name)" + (near.map { "; perhaps \($0)" } ?? "")
      report(block, "the block name \(VisibleText.quoting(block.name))", expected)
    }
    expandedBlocks.formUnion(before)
  }

  private mutating func checkBlock(_ node: TemplateNode, _ context: Context) {
    expandedBlocks.insert(node.name)
    guard !context.openBlocks.contains(node.name) else {
      return report(node, "a block inside itself: \(node.name)", "blocks with different names")
    }
    var inner = context
    inner.openBlocks.append(node.name)
    check(context.blocks[node.name] ?? node.children, inner)
  }

  mutating func report(_ node: TemplateNode, _ found: String, _ expected: String) {
    report(node.place, found, expected)
  }

  private mutating func report(_ place: SourcePlace, _ found: String, _ expected: String) {
    let problem = Diagnostic(
      .error, .init("template.unknown-name"), at: place, found: found, expected: expected)
    if seen.insert(problem).inserted { problems.append(problem) }
  }
}
