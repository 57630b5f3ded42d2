package import Diagnostics
import Mustache

/// Templates that have been checked: every name they use is one that their pages give.
///
/// ```swift
/// let library = try TemplateLibrary(
///   TemplateSource.load(overrides: folder, files: .disk, log: &log), pages: [TemplatePage("pages/run", of: RunPage.self)])
/// let bytes = library.render(page, with: "pages/run")
/// ```
package struct TemplateLibrary: Sendable {
  private let engine: MustacheLibrary
  private let digests: [String: String]
  /// What is odd but does no harm: a user's template that no page includes.
  package let warnings: [Diagnostic]

  /// Checks and takes up the templates.
  ///
  /// - Throws: ``SiteError`` with a diagnostic, with line and column, for each tag that is no tag, each unknown name,
  ///   each text that would stay unescaped, and each template that includes itself.
  package init(_ sources: [TemplateSource], pages: [TemplatePage]) throws(SiteError) {
    var problems: [Diagnostic] = []
    var trees: [String: [TemplateNode]] = [:]
    var templates: [String: MustacheTemplate] = [:]
    for source in sources {
      do throws(TemplateSyntaxError) {
        trees[source.name] = try TemplateParser.nodes(of: source)
        let template = try Self.template(of: source)
        templates[source.name] = template
        templates[EngineTemplate.parentName(source.name)] = template
      } catch {
        problems.append(error.diagnostic)
        trees[source.name] = trees[source.name] ?? []
      }
    }
    var digests: [String: String] = [:]
    var used: Set<String> = []
    for page in pages {
      var checker = TemplateChecker(trees)
      checker.check(page)
      problems += checker.problems.filter { !problems.contains($0) }
      used.formUnion(checker.used)
      digests[page.template] = Self.digest(of: sources.filter { checker.used.contains($0.name) })
    }
    guard problems.isEmpty else { throw SiteError(problems) }
    engine = MustacheLibrary(templates: templates)
    self.digests = digests
    warnings = sources.filter { $0.isOverride && !used.contains($0.name) }
      .map { Self.unused($0, among: used) }
  }

  /// The page of `model`, in UTF-8, with one line break at its end.
  ///
  /// - Precondition: `template` is that of one of the pages, and `model` of the type given for it.
  package func render(_ model: some PageModel, with template: String) -> [UInt8] {
    guard digests[template] != nil, let text = engine.render(model, withTemplate: template) else {
      preconditionFailure("\(template) is not the template of a page")
    }
    let isNewline = { (byte: UInt8) in byte == UInt8(ascii: "\n") }
    var bytes = Array(text.utf8.drop(while: isNewline))
    while let last = bytes.last, isNewline(last) { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// A digest of all templates that a page of `template` includes: part of the page's key.
  ///
  /// - Precondition: `template` is that of one of the pages.
  package func digest(of template: String) -> String {
    guard let digest = digests[template] else {
      preconditionFailure("\(template) is not the template of a page")
    }
    return digest
  }

  private static func template(of source: TemplateSource) throws(TemplateSyntaxError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: EngineTemplate.text(of: source))
    } catch let error as TemplateSyntaxError {
      throw error
    } catch {
      let line = (error as? MustacheTemplate.ParserError)?.context.lineNumber
      let reason = (error as? MustacheTemplate.ParserError)?.error ?? error
      let place = SourcePlace(path: source.path, line: line)
      throw TemplateSyntaxError(place: place, found: "a tag that is none: \(reason)", expected: "Mustache")
    }
  }

  private static func digest(of sources: [TemplateSource]) -> String {
    var digest = ContentDigest()
    for source in sources.sorted(by: { ExactString($0.name) < ExactString($1.name) }) {
      digest.add(source.name)
      digest.add(source.text)
    }
    return digest.hex
  }

  private static func unused(_ source: TemplateSource, among used: Set<String>) -> Diagnostic {
    let near = NearestName.suggestion(for: source.name, among: used.sorted())
    return Diagnostic(
      .warning, .init("template.unused"), at: SourcePlace(path: source.path),
      found: "a template that no page includes",
      expected: near.map { "the name of a template; perhaps \($0)" } ?? "the name of a template",
      consequence: "It is not used.")
  }
}
