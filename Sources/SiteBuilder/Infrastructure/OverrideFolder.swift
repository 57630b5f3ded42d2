package import Diagnostics

/// A user's folder of templates or resources, read whole and within bounds.
package struct OverrideFolder: Sendable {
  /// Files in one folder at most, subfolders included.
  package static let countLimit = 1_000
  /// Folders inside each other at most.
  package static let depthLimit = 8

  /// The folder as the user named it.
  package let folder: String
  /// Bytes in one file at most.
  package let sizeLimit: Int

  /// The folder at `folder`.
  package init(_ folder: String, sizeLimit: Int) {
    self.folder = folder
    self.sizeLimit = sizeLimit
  }

  /// A file of the folder.
  package struct File: Sendable {
    /// The path below the folder.
    package var name: String
    /// The content.
    package var bytes: [UInt8]
  }

  /// All files but the hidden ones, in the order of their names' bytes; what cannot be read goes to `log`.
  package func read(_ files: FileSystem, log: inout DiagnosticLog) -> [File] {
    var found: [File] = []
    read(below: "", depth: 0, files, into: &found, log: &log)
    return found.sorted { ExactString($0.name) < ExactString($1.name) }
  }

  private func read(
    below name: String, depth: Int, _ files: FileSystem, into found: inout [File], log: inout DiagnosticLog
  ) {
    let path = FilePath.join(folder, name)
    guard depth <= Self.depthLimit else {
      return report(path, "folders inside each other more than \(Self.depthLimit) deep", log: &log)
    }
    do throws(FileSystemError) {
      for entry in try files.list(path) where !entry.name.hasPrefix(".") {
        let entryName = FilePath.join(name, entry.name)
        let entryPath = FilePath.join(folder, entryName)
        if entry.kind == .directory {
          read(below: entryName, depth: depth + 1, files, into: &found, log: &log)
        } else if found.count >= Self.countLimit {
          return report(path, "more than \(Self.countLimit) files", log: &log)
        } else {
          readFile(entryName, at: entryPath, files, into: &found, log: &log)
        }
      }
    } catch {
      report(path, "a folder that cannot be read: \(error)", log: &log)
    }
  }

  private func readFile(
    _ name: String, at path: String, _ files: FileSystem, into found: inout [File], log: inout DiagnosticLog
  ) {
    do throws(FileSystemError) {
      found.append(File(name: name, bytes: try files.read(path, limit: sizeLimit)))
    } catch {
      report(path, "a file that cannot be read: \(error)", log: &log)
    }
  }

  private func report(_ path: String, _ found: String, log: inout DiagnosticLog) {
    log.add(
      Diagnostic(
        .error, .init("site.override-unreadable"), at: SourcePlace(path: path), found: found,
        expected: "files of at most \(sizeLimit) bytes"))
  }
}
