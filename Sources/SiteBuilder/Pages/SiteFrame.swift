package import Markup

/// What a page has in common with all others of its site, as seen from its own address.
package struct SiteFrame: Sendable {
  /// The site's name.
  package var siteTitle: String
  /// The link to the site's first page; none for a page that stands alone.
  package var siteHref: SafeURL?
  /// The version of the program.
  package var version: String
  /// The policy of what may load and run.
  package var contentSecurityPolicy: ContentSecurityPolicy
  /// The links to the style sheets, or the sheets themselves.
  package var styles: HTMLFragment
  /// The links to the scripts.
  package var scripts: HTMLFragment

  /// A frame.
  package init(
    siteTitle: String, siteHref: SafeURL?, version: String, contentSecurityPolicy: ContentSecurityPolicy,
    styles: HTMLFragment, scripts: HTMLFragment = HTMLFragment()
  ) {
    self.siteTitle = siteTitle
    self.siteHref = siteHref
    self.version = version
    self.contentSecurityPolicy = contentSecurityPolicy
    self.styles = styles
    self.scripts = scripts
  }
}
