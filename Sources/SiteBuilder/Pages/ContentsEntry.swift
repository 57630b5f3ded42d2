import Markup
import ReportModel

/// An entry of a page's contents list.
package struct ContentsEntry: PageModel {
  let section: ReportSection

  package static let fields: [TemplateField<ContentsEntry>] = [
    .text("slug", "The id of the section.") { $0.section.slug },
    .text("title", "The section’s short name.") { $0.section.shortTitle },
    .text("count", "How many things the section lists, if that means something.") {
      $0.section.count.map(NumberText.integer)
    },
  ]
}
