/// A style sheet, script, font or picture of the site's own.
package struct Asset: Hashable, Sendable {
  /// Its name in templates and other assets: the path below `Resources/`, such as `css/base.css`.
  package var name: String
  /// Its content.
  package var bytes: [UInt8]

  /// An asset.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
