import Diagnostics

/// What the name of a prediction file tells.
package enum PredictionFileName {
  private static let textExtensions: Set<String> = ["csv", "tsv", "tab", "jsonl", "ndjson"]

  /// Whether a file of this name is in a format that holds predictions: text, also with `.gz` behind it, or NPZ.
  package static func isReadable(_ name: String) -> Bool {
    let inner = withoutGzip(name)
    return textExtensions.contains(FilePath.fileExtension(of: inner))
      || FilePath.fileExtension(of: name) == "npz"
  }

  /// The name without folders and extensions: `predictions` for `a/predictions.csv.gz`.
  package static func stem(of path: String) -> String {
    withoutExtension(withoutGzip(FilePath.name(of: path)))
  }

  /// The path without `.gz` at its end.
  package static func withoutGzip(_ path: String) -> String {
    FilePath.fileExtension(of: path) == "gz" ? withoutExtension(path) : path
  }

  private static func withoutExtension(_ path: String) -> String {
    let suffix = FilePath.fileExtension(of: path)
    return suffix.isEmpty ? path : String(decoding: path.utf8.dropLast(suffix.utf8.count + 1), as: UTF8.self)
  }
}
