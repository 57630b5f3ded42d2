/// A text file of `Templates/` or `Resources/` that lies inside the binary.
///
/// ```swift
/// EmbeddedAsset.named("Resources/css/tokens.css")?.text
/// ```
package struct EmbeddedAsset: Sendable {
  /// The path from the top of the package, such as `Templates/layouts/page.mustache`.
  package let path: String
  private let contents: StaticString

  /// The content in UTF-8.
  package var bytes: [UInt8] { contents.withUTF8Buffer { [UInt8]($0) } }

  /// The content as text.
  package var text: String { contents.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}

extension EmbeddedAsset {
  /// Every asset, in the order of the paths' bytes.
  package static let all: [EmbeddedAsset] =
    embeddedAssetContents
    .map { EmbeddedAsset(path: $0.path.description, contents: $0.contents) }
    .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }

  /// The asset at `path`, if there is one.
  package static func named(_ path: String) -> EmbeddedAsset? {
    byPath[path]
  }

  private static let byPath = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0) })
}
