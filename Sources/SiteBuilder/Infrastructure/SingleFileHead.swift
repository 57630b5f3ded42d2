import Diagnostics
package import Markup

/// The head of a page that stands alone: its style sheets inline, and the policy that allows just these.
///
/// ```swift
/// let head = try SingleFileHead(assets, screen: ["css/tokens.css", "css/base.css"], print: ["css/print.css"])
/// page.contentSecurityPolicy = head.policy.meta
/// page.styles = head.styles
/// ```
package struct SingleFileHead: Sendable {
  /// The policy, by hashes of the sheets.
  package let policy: ContentSecurityPolicy
  /// The `<style>` elements.
  package let styles: HTMLFragment

  /// Puts the assets of these names into a page, those for the screen in front of those for paper.
  ///
  /// - Throws: ``SiteError`` for an unknown name, and for a sheet that refers to another file: it would be missing.
  package init(_ assets: AssetMap, screen: [String], print: [String]) throws(SiteError) {
    let screenSheet = InlineStyleSheet(try Self.joined(screen, assets))
    let printSheet = InlineStyleSheet(try Self.joined(print, assets))
    policy = .singleFile([screenSheet, printSheet])
    styles = screenSheet.element() + .verbatim("\n") + printSheet.element(media: "print")
  }

  private static func joined(_ names: [String], _ assets: AssetMap) throws(SiteError) -> [UInt8] {
    var css: [UInt8] = []
    for name in names {
      let sheet = try assets.bytes(of: name)
      for reference in StyleSheetReferences(sheet).locations where !reference.text.hasPrefix("data:") {
        throw SiteError([
          Diagnostic(
            .error, .init("site.asset-reference"),
            at: SourcePlace(path: "Resources/" + name, line: reference.line),
            found: "the reference \(VisibleText.quoting(reference.text))",
            expected: "a data address, since the page stands alone")
        ])
      }
      css += sheet
    }
    return css
  }
}
