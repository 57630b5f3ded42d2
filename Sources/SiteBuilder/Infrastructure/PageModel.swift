import Markup
package import Mustache

/// What a page gives to its templates: a value and a one-line description for each name.
///
/// One list states both, so that `assay schema`, the check of users' templates and the rendering agree.
///
/// ```swift
/// struct SectionModel: PageModel {
///   let title: String
///   let body: HTMLFragment
///   static let fields: [TemplateField<SectionModel>] = [
///     .text("title", "The heading.") { $0.title },
///     .fragment("body", "What stands below it.") { $0.body },
///   ]
/// }
/// ```
package protocol PageModel: MustacheParent, Sendable {
  /// The names and how to get their values, in the order in which they are documented.
  static var fields: [TemplateField<Self>] { get }
}

extension PageModel {
  /// The names that templates may use.
  package static var vocabulary: TemplateVocabulary {
    TemplateVocabulary(fields.map(\.name))
  }

  /// The value of `name` as the template engine wants it; nothing for a name that is not in the vocabulary.
  ///
  /// A known name without a value gives a null rather than nothing: the engine would go on to look for the name in
  /// the parts around this one.
  package func child(named name: String) -> Any? {
    guard let field = Self.fields.first(where: { $0.name.name == name }) else { return nil }
    return field.value(self).rendered
  }

  /// Adds all names and values to `digest`: two models with equal digests make equal pages.
  package func add(to digest: inout ContentDigest) {
    for field in Self.fields {
      digest.add(field.name.name)
      field.value(self).add(to: &digest)
    }
  }
}
