import Diagnostics

/// The files of a run's `params`, `metrics` or `tags`: one for each key, a slash in a key being a folder.
struct MLflowKeyFiles {
  /// A file with the key that it stands for.
  struct File {
    /// The key: the path below the folder.
    let key: ExactString
    /// The folder of the file, from the source.
    let folder: String
    /// What the folder's listing says of it.
    let entry: DirectoryEntry
  }

  /// The files below `folder`, sorted by folder and name within it; links to folders are not followed, and what is
  /// neither file nor folder is left out with a diagnostic.
  ///
  /// Beyond ``MLflowLimit/keys`` files and ``ImportLimit/depth`` folders the rest is left out with a diagnostic.
  static func list(_ folder: String, in source: inout SourceFolder) -> [File] {
    var files: [File] = []
    var folders = [(path: folder, prefix: "", level: 0)]
    while let next = folders.popLast() {
      for entry in source.entries(next.path) {
        switch entry.kind {
        case .file, .symbolicLink:
          guard files.count < MLflowLimit.keys else {
            source.report(
              .warning, "too-many-keys", at: folder, "more than \(MLflowLimit.keys) files",
              "fewer keys of one run", "The rest is left out.")
            return files
          }
          let key = next.prefix.isEmpty ? entry.name : next.prefix + entry.name
          files.append(File(key: ExactString(key), folder: next.path, entry: entry))
        case .directory:
          let path = FilePath.join(next.path, entry.name)
          guard next.level < ImportLimit.depth else {
            source.report(
              .warning, "too-deep", at: path, "more than \(ImportLimit.depth) folders below one another",
              "keys with fewer slashes", "What it holds is left out.")
            continue
          }
          folders.append((path, next.prefix + entry.name + "/", next.level + 1))
        case .other: source.reportSpecial(.other, at: FilePath.join(next.path, entry.name))
        }
      }
    }
    return files
  }
}
