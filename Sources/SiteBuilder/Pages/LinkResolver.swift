package import Markup
package import ReportModel

/// Knows the site's addresses, as seen from the page that is being written.
///
/// Places of the page itself, ``LinkTarget/anchor(_:)``, are not asked for: ``PageIDs`` knows them.
package struct LinkResolver: Sendable {
  /// Where a link leads; nothing for a target that the site does not have, whose words then stand without a link.
  package var address: @Sendable (LinkTarget) -> SafeURL?
  /// The id that the row of this name bears, so that other pages may link to it: a slug (see ``Slug``).
  package var rowID: @Sendable (LinkTarget) -> String?

  /// A resolver; without `rowID`, only rows that are named by a slug of their own bear it.
  package init(
    address: @escaping @Sendable (LinkTarget) -> SafeURL?,
    rowID: @escaping @Sendable (LinkTarget) -> String? = { _ in nil }
  ) {
    self.address = address
    self.rowID = rowID
  }
}
