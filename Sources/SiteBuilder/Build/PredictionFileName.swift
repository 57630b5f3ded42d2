import Diagnostics

/// What the name of a prediction file tells.
enum PredictionFileName {
  private static let extensions: Set<String> = ["csv", "tsv", "jsonl", "ndjson"]

  /// Whether a file of this name is in a format that is read.
  static func isReadable(_ name: String) -> Bool { extensions.contains(FilePath.fileExtension(of: name)) }

  /// The name without folders and extension.
  static func stem(of path: String) -> String {
    let name = FilePath.name(of: path)
    let suffix = FilePath.fileExtension(of: name)
    return suffix.isEmpty ? name : String(decoding: name.utf8.dropLast(suffix.utf8.count + 1), as: UTF8.self)
  }
}
