package import Markup

/// What a page may load and run, as the `<meta>` element that stands directly behind the charset.
///
/// Nothing runs but the site's own script files; nothing loads from outside; no `style` attribute applies.
package struct ContentSecurityPolicy: Hashable, Sendable {
  /// The policy's directives.
  package let directives: String

  /// The policy of a site's pages: style sheets, scripts and images from the site, images as data.
  package static let site = ContentSecurityPolicy(
    directives:
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
      + "base-uri 'none'; form-action 'none'")

  /// The policy of a file that stands alone: the given inline style sheets, images as data, no scripts.
  package static func singleFile(_ sheets: [InlineStyleSheet]) -> ContentSecurityPolicy {
    let hashes = sheets.map { "'sha256-\(ContentDigest.sha256Base64(of: $0.bytes))'" }
    let styles = hashes.isEmpty ? "'none'" : hashes.joined(separator: " ")
    return ContentSecurityPolicy(
      directives:
        "default-src 'none'; style-src \(styles); img-src data:; base-uri 'none'; form-action 'none'")
  }

  /// The element.
  package var meta: HTMLFragment {
    HTMLWriter.fragment {
      $0.void("meta", ["http-equiv": "Content-Security-Policy", "content": .text(directives)])
    }
  }
}
