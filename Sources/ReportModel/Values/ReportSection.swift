/// A section of a page, with its entry in the contents list.
package struct ReportSection: Sendable {
  /// Names the section within its page: letters, digits, hyphens.
  package var slug: String
  /// Its heading.
  package var title: String
  /// Its short name in the contents list.
  package var shortTitle: String
  /// A count that the contents list shows, if it means something.
  package var count: Int?
  /// What stands in it.
  package var blocks: [ReportBlock]

  /// A section; its short title is its title unless given.
  package init(
    slug: String, title: String, shortTitle: String? = nil, count: Int? = nil, blocks: [ReportBlock]
  ) {
    self.slug = slug
    self.title = title
    self.shortTitle = shortTitle ?? title
    self.count = count
    self.blocks = blocks
  }
}
