import Diagnostics

/// What a build wrote: each file's route and the key of what it was made from.
///
/// It is kept in the site's marker file as text, one line for each file after a heading:
///
/// ```
/// assay-site 1
/// 5c1f… experiments/digits/index.html
/// - index.html
/// ```
///
/// A hyphen stands for a file that a build was about to write: it belongs to the site, but its content is unknown.
package struct BuildManifest: Hashable, Sendable {
  /// The key of each file; nothing for one whose content is unknown.
  package var keys: [Route: String?]

  private static let heading = "assay-site 1"

  /// A manifest of these files.
  package init(keys: [Route: String?] = [:]) {
    self.keys = keys
  }

  /// Reads a manifest; lines that are none are left out and counted.
  ///
  /// Nobody vouches for the file: a route that leaves the site is one of the lines that are none.
  package init(parsing bytes: [UInt8]) {
    keys = [:]
    var lines = bytes.split(separator: UInt8(ascii: "\n"))
    isWhole = lines.first?.elementsEqual(Self.heading.utf8) == true
    if isWhole { lines.removeFirst() }
    for line in lines {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")),
        let path = String(validating: line[(space + 1)...], as: UTF8.self),
        let route = Route(path: path), route.path != OutputFolder.markerName
      else {
        isWhole = false
        continue
      }
      let key = String(decoding: line[..<space], as: UTF8.self)
      keys[route] = .some(key == "-" ? nil : key)
    }
  }

  /// Whether every line could be read.
  package private(set) var isWhole = true

  /// The text of the manifest, in the order of the routes.
  package var bytes: [UInt8] {
    var text = Self.heading + "\n"
    for (route, key) in keys.sorted(by: { $0.key < $1.key }) { text += "\(key ?? "-") \(route.path)\n" }
    return Array(text.utf8)
  }
}
