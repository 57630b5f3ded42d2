import Diagnostics
import RunModel

/// The folder `.assay/trash` of a registry, which holds what was deleted, under the names it had.
struct RegistryTrash {
  private let fileSystem: FileSystem
  private let folder: String
  private let root: String

  /// The trash beside where `writer` makes its runs.
  init(writer: RunWriter) {
    fileSystem = writer.fileSystem
    root = writer.root
    folder = FilePath.join(writer.workshop, writer.workshop == writer.root ? ".assay-trash" : "trash")
  }

  /// Moves a run's folder into the trash in one step.
  ///
  /// - Returns: Where it lies now: its path below the registry, with `_0002`, … if the name is taken there.
  func take(_ run: SavedRun) throws(FileSystemError) -> String {
    let name = FilePath.relative(run.path, to: root)
    let target = FilePath.join(folder, name)
    try fileSystem.createDirectory(FilePath.parent(of: target))
    for count in 1...RegistryLimit.runsPerSecond {
      let path = count == 1 ? target : target + "_" + RunNumber.text(count)
      do throws(FileSystemError) {
        try fileSystem.renameExclusively(run.path, path)
        try fileSystem.synchronize(FilePath.parent(of: path))
        return path
      } catch {
        guard error.reason == .exists else { throw error }
      }
    }
    throw FileSystemError(.exists, path: target)
  }
}
