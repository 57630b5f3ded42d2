import Diagnostics

/// Makes a folder that appears whole, under a name that nobody else has.
struct StagedFolder: Sendable {
  /// Where it is made.
  let fileSystem: FileSystem

  /// Makes a folder in `parent` and fills it.
  ///
  /// - Parameters:
  ///   - parent: A folder that is there.
  ///   - name: The folder's name; if it is taken `name_0002`, `name_0003`, … are tried.
  ///   - last: The last number that is tried; with 1 only `name` itself.
  ///   - fill: Puts the files into the folder that it is given.
  /// - Returns: The path of the folder.
  /// - Throws: ``TaskError``; then nothing is left behind.
  func make(
    in parent: String, named name: String, until last: Int,
    _ fill: (_ folder: String) throws(TaskError) -> Void = { _ in }
  ) throws(TaskError) -> String {
    let stage: String
    do throws(FileSystemError) {
      stage = try fileSystem.createUniqueDirectory(parent)
    } catch {
      throw TaskError(error)
    }
    do throws(TaskError) {
      try fill(stage)
      for number in 1...max(1, last) {
        let path = FilePath.join(parent, TaskName.stem(name, execution: number))
        do throws(FileSystemError) {
          try fileSystem.renameExclusively(stage, path)
          return path
        } catch {
          guard error.reason == .exists || fileSystem.exists(path) else { throw TaskError(error) }
        }
      }
      let path = FilePath.join(parent, name)
      throw last == 1
        ? TaskError(.folderExists, path: path, detail: "This folder is there already. Choose a new one.")
        : TaskError(.tooMany, path: path, detail: "There are \(last) folders of this name already.")
    } catch {
      remove(stage)
      throw error
    }
  }

  private func remove(_ folder: String) {
    for entry in (try? fileSystem.list(folder)) ?? [] {
      try? fileSystem.remove(FilePath.join(folder, entry.name))
    }
    try? fileSystem.remove(folder)
  }
}
