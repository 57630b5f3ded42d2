import Diagnostics
import FileFormats

extension SourceFolder {
  /// The bytes of a file that the listing of a folder in the source names; nil with a diagnostic if it cannot be read.
  ///
  /// What is listed as a regular file, in a folder that was listed as a folder, lies there: no link need be resolved,
  /// which is half the work of reading a small file. A link is resolved and must stay inside the source.
  ///
  /// - Parameters:
  ///   - entry: What the listing says.
  ///   - folder: The folder, a path from the source.
  ///   - limit: The most bytes.
  /// - Returns: The bytes.
  mutating func bytes(of entry: DirectoryEntry, in folder: String, limit: Int) -> [UInt8]? {
    let name = FilePath.join(folder, entry.name)
    switch entry.kind {
    case .file:
      do throws(FileSystemError) {
        return try fileSystem.read(absolute(name), limit: limit)
      } catch {
        add(FormatError(error, path: name), "unreadable-file", consequence: "It is left out.")
        return nil
      }
    case .symbolicLink: return bytes(name, limit: limit)
    case .directory, .other:
      reportSpecial(entry.kind, at: name)
      return nil
    }
  }

  /// Whether an entry is a folder to look into; a link to one counts if it stays inside the source, and is reported
  /// otherwise.
  mutating func isFolder(_ entry: DirectoryEntry, in folder: String) -> Bool {
    if entry.kind == .directory { return true }
    let name = FilePath.join(folder, entry.name)
    guard entry.kind == .symbolicLink, fileSystem.isDirectory(absolute(name)) else { return false }
    if fileSystem.isInside(absolute(name), folder: path) { return true }
    report(.warning, "unsafe-link", at: name, "a link that leaves the folder", "a folder", "It is left out.")
    return false
  }
}
