import Diagnostics

/// The name of a file without what says its format.
enum FileStem {
  /// The name without folders, without `.gz`, and without the extension before it: `a` for `b/a.csv.gz`.
  static func of(_ path: String) -> String {
    let name = FilePath.name(of: path)
    return dropExtension(FilePath.fileExtension(of: name) == "gz" ? dropExtension(name) : name)
  }

  private static func dropExtension(_ name: String) -> String {
    let suffix = FilePath.fileExtension(of: name)
    return suffix.isEmpty ? name : String(decoding: name.utf8.dropLast(suffix.utf8.count + 1), as: UTF8.self)
  }
}
