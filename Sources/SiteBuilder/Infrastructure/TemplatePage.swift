/// A kind of page: the template it starts from and the names it offers.
package struct TemplatePage: Sendable {
  /// The template's name, such as `pages/run`.
  package let template: String
  /// The names that it and all templates it includes may use.
  package let vocabulary: TemplateVocabulary

  /// A page whose values come from `model`.
  package init<Model: PageModel>(_ template: String, of model: Model.Type) {
    self.template = template
    vocabulary = model.vocabulary
  }
}
