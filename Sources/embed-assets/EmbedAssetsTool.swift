import Foundation

/// `embed-assets OUTPUT FOLDER FILE…`: writes the files, which lie below the folder, into a Swift source.
///
/// One string literal for each file: an array of bytes takes the compiler minutes where a literal takes
/// milliseconds. Only text in UTF-8 is accepted.
@main
enum EmbedAssetsTool {
  static func main() {
    do {
      let arguments = CommandLine.arguments.dropFirst()
      guard let output = arguments.first, let folder = arguments.dropFirst().first else {
        throw EmbeddingError(message: "usage: embed-assets OUTPUT FOLDER FILE…")
      }
      let files = try arguments.dropFirst(2).map { try AssetFile(path: $0, below: folder) }
      try Data(EmbeddedSource.text(for: files).utf8).write(to: URL(filePath: output))
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(1)
    }
  }
}
