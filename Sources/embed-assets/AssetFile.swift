import Foundation

/// A text file to embed.
struct AssetFile {
  /// The path below the target's folder, such as `Templates/layouts/page.mustache`.
  let path: String
  /// The content.
  let text: String

  /// Reads the file at `path`, which must lie below `folder` and hold UTF-8.
  init(path: String, below folder: String) throws {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    guard path.hasPrefix(prefix) else { throw EmbeddingError(message: "\(path) is not below \(folder)") }
    let bytes = try Data(contentsOf: URL(filePath: path))
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw EmbeddingError(message: "\(path) is not text in UTF-8; only text can be embedded")
    }
    self.path = String(path.dropFirst(prefix.count))
    self.text = text
  }
}
