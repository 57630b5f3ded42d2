import Diagnostics
import Foundation
import RunModel

/// The private folder of one attempt at a job: what the program is given, and what it leaves.
struct RunFolder {
  /// The folder that is made and removed.
  let path: String
  /// The part that the program writes to, `ASSAY_RUN_DIR`.
  var run: String { FilePath.join(path, "run") }
  /// The file of hyperparameters, `ASSAY_HYPERPARAMETERS`.
  var hyperparameters: String { FilePath.join(path, "hyperparameters.json") }
  /// The folder in which the program runs where the specification brings its files.
  var code: String { FilePath.join(path, "code") }
  /// The folder with what the parent's program left, `ASSAY_PARENT_DIR`.
  var parent: String { FilePath.join(path, "parent") }
  private let fileSystem: FileSystem

  /// Makes the folder, in place of what earlier attempts left whose workers were killed.
  ///
  /// - Parameters:
  ///   - job: The id of the job.
  ///   - attempt: The attempt; the folder is `0001-2` for the second one.
  ///   - parent: The folder of all of them.
  ///   - json: What the program finds in the file of hyperparameters.
  ///   - fileSystem: Where it is.
  /// - Throws: ``FileSystemError``.
  init(
    job: String, attempt: Int, in parent: String, hyperparameters json: [UInt8], fileSystem: FileSystem
  ) throws(FileSystemError) {
    path = Self.path(job: job, attempt: attempt, in: parent)
    self.fileSystem = fileSystem
    Self.remove(path)
    Self.removeEarlier(than: attempt, job: job, in: parent, fileSystem)
    try Self.create(run, fileSystem)
    try fileSystem.write(json, hyperparameters)
  }

  /// Writes the files that the specification brings into ``code``.
  ///
  /// - Throws: ``FileSystemError``.
  func write(_ files: [SearchFile]) throws(FileSystemError) {
    for file in files {
      let target = FilePath.join(code, file.path)
      try fileSystem.createDirectory(FilePath.parent(of: target))
      try fileSystem.write(file.bytes, target)
      if file.isExecutable { chmod(target, 0o700) }
    }
  }

  /// Makes a folder and those above it, again if another worker removed one of those meanwhile, which was empty still.
  private static func create(_ path: String, _ fileSystem: FileSystem) throws(FileSystemError) {
    for _ in 0..<100 {
      do throws(FileSystemError) {
        return try fileSystem.createDirectory(path)
      } catch {
        guard error.reason == .notFound else { throw error }
      }
    }
    try fileSystem.createDirectory(path)
  }

  /// Removes the folder with all that is in it; links are removed, not what they lead to.
  func remove() {
    Self.remove(path)
    // Fails as long as another worker has a folder there.
    try? fileSystem.remove(FilePath.parent(of: path))
  }

  /// Whether the program put something else, such as a link, where its folder was; its removal is no replacement.
  var isReplaced: Bool {
    [path, run].contains { folder in
      let entries = (try? fileSystem.list(FilePath.parent(of: folder))) ?? []
      let name = ExactString(FilePath.name(of: folder))
      return entries.contains { ExactString($0.name) == name && $0.kind != .directory }
    }
  }

  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// A file that the program left.
  struct Found: Hashable {
    /// Its path below ``run``.
    var name: String
    var size: Int
  }

  /// The regular files that the program left, sorted by name, and what was left out.
  ///
  /// Links, devices, pipes and what is beyond the bounds of ``WorkerProtocol`` are left out.
  func files() -> (files: [Found], warnings: [String]) {
    guard !isReplaced else { return ([], ["Nothing was kept: ASSAY_RUN_DIR is no folder any more."]) }
    var files: [Found] = []
    var warnings: [String] = []
    var bytes = 0
    var folders = [(name: "", depth: 0)]
    func leaveOut(_ name: String, _ reason: String) {
      if warnings.count < 20 { warnings.append("\(VisibleText.quoting(name)) was left out: \(reason).") }
    }
    while let folder = folders.popLast() {
      let entries: [DirectoryEntry]
      do throws(FileSystemError) {
        entries = try fileSystem.list(FilePath.join(run, folder.name))
      } catch {
        if error.reason != .notFound {
          leaveOut(folder.name.isEmpty ? "ASSAY_RUN_DIR" : folder.name, error.reason.words)
        }
        continue
      }
      for entry in entries {
        let name = FilePath.join(folder.name, entry.name)
        switch entry.kind {
        case .directory where folder.depth >= WorkerProtocol.artifactDepth:
          leaveOut(name, "it lies too deep")
        case .directory:
          folders.append((name, folder.depth + 1))
        case .file:
          guard let size = (try? fileSystem.attributes(FilePath.join(run, name)))?.size else {
            leaveOut(name, "it cannot be read")
            continue
          }
          if files.count >= WorkerProtocol.artifactCount {
            leaveOut(name, "there are more than \(WorkerProtocol.artifactCount) files")
          } else if size > WorkerProtocol.artifactBytes - bytes {
            leaveOut(name, "all files together are larger than \(WorkerProtocol.artifactBytes) bytes")
          } else {
            bytes += size
            files.append(Found(name: name, size: size))
          }
        case .symbolicLink: leaveOut(name, "it is a link")
        case .other: leaveOut(name, "it is no regular file")
        }
      }
    }
    return (files.sorted { ExactString($0.name) < ExactString($1.name) }, warnings)
  }
}
