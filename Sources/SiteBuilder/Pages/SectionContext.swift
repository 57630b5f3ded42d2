import Markup

/// A section of a page, as templates place it.
package struct SectionContext: PageModel {
  let slug: String
  let title: String
  let body: HTMLFragment

  package static let fields: [TemplateField<SectionContext>] = [
    .text("slug", "The id of the section.") { $0.slug },
    .text("title", "The heading.") { $0.title },
    .fragment("body", "What stands below the heading.") { $0.body },
  ]
}
