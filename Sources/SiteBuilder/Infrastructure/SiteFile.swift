/// A file that a build is to write: where, from what, and how.
package struct SiteFile: Sendable {
  /// Where it lies.
  package var route: Route
  /// Names all that its content depends on, as ``ContentDigest/hex``: equal keys mean equal bytes.
  package var key: String
  /// Makes the content; called only if the key is new or the file is missing, from any task.
  package var content: @Sendable () throws(SiteError) -> [UInt8]

  /// A file whose content is made when needed.
  package init(
    route: Route, key: String, content: @escaping @Sendable () throws(SiteError) -> [UInt8]
  ) {
    self.route = route
    self.key = key
    self.content = content
  }

  /// A file of these bytes.
  package init(route: Route, bytes: [UInt8]) {
    self.init(route: route, key: ContentDigest.sha256(of: bytes)) { () throws(SiteError) in bytes }
  }
}
