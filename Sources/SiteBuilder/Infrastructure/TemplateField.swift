package import Markup

/// A name of a page model, its description, and how to get its value.
package struct TemplateField<Model>: Sendable {
  /// The name.
  package let name: TemplateName
  /// Its value in a model.
  let value: @Sendable (Model) -> TemplateValue

  /// A text, which templates place by `{{name}}`; absent if `nil` or empty.
  package static func text(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> String?
  ) -> TemplateField {
    TemplateField(name: TemplateName(name, summary, .text)) { model in
      value(model).flatMap { $0.isEmpty ? nil : .text($0) } ?? .absent
    }
  }

  /// A yes or no.
  package static func flag(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> Bool
  ) -> TemplateField {
    TemplateField(name: TemplateName(name, summary, .flag)) { .flag(value($0)) }
  }

  /// Finished markup, which templates place by `{{{name}}}`; absent if `nil` or empty.
  package static func fragment(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> HTMLFragment?
  ) -> TemplateField {
    TemplateField(name: TemplateName(name, summary, .fragment)) { model in
      value(model).flatMap { $0.isEmpty ? nil : .fragment($0) } ?? .absent
    }
  }

  /// Texts to be drawn one after the other.
  package static func texts(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> [String]
  ) -> TemplateField {
    TemplateField(name: TemplateName(name, summary, .texts)) { .texts(value($0)) }
  }

  /// A part with names of its own, or none.
  package static func object<Part: PageModel>(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> Part?
  ) -> TemplateField {
    TemplateField(name: TemplateName(name, summary, .object(Part.vocabulary))) { model in
      value(model).map { .object($0) } ?? .absent
    }
  }

  /// Parts with names of their own.
  package static func list<Part: PageModel>(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Model) -> [Part]
  ) -> TemplateField {
    TemplateField(name: TemplateName(name, summary, .list(Part.vocabulary))) { .list(value($0)) }
  }
}
