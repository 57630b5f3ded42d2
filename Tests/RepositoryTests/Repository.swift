import Foundation
import TestSupport

/// The project's own files, as its checks see them.
enum Repository {
  /// A file's path below the package's folder, and its content.
  struct TextFile {
    var path: String
    var text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// The absolute path of `path`.
  static func absolute(_ path: String) -> String {
    Fixture.packageFolder + "/" + path
  }

  /// Whether a file or folder is at `path`.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: absolute(path))
  }

  /// The names in the folder at `path`, sorted.
  static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: absolute(path)).sorted()
  }

  /// The text of the file at `path`; bytes that are not UTF-8 become U+FFFD.
  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: absolute(path))), as: UTF8.self)
  }

  /// Every file below `folder` with one of the endings, sorted by path; links are not followed.
  static func files(below folder: String, endings: Set<String>) throws -> [TextFile] {
    var found: [TextFile] = []
    for name in try names(in: folder) {
      let path = folder == "." ? name : folder + "/" + name
      let values = try URL(filePath: absolute(path))
        .resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
      if values.isSymbolicLink == true { continue }
      if values.isDirectory == true {
        if !unseenFolders.contains(name) { found += try files(below: path, endings: endings) }
      } else if endings.contains(URL(filePath: name).pathExtension) {
        found.append(TextFile(path: path, text: try text(path)))
      }
    }
    return found
  }

  /// What tools made or keep: not part of the source.
  private static let unseenFolders: Set<String> = [".build", ".git", ".swiftpm", "__pycache__"]
}
