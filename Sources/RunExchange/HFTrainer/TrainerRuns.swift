package import Diagnostics
package import RunModel

/// What the Trainer of Hugging Face's transformers leaves behind: folders with `trainer_state.json`, or with
/// checkpoints that have one.
package struct TrainerRuns: RunImporter {
  package static let title = "Hugging Face Trainer folders"
  private static let expected =
    "folders with trainer_state.json, or with checkpoint-<step>/trainer_state.json"
  private let path: String
  private let fileSystem: FileSystem

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    if ExactString(FilePath.name(of: path)) == ExactString(TrainerState.name), !fileSystem.isDirectory(path) {
      return fileSystem.exists(path)
    }
    return SourceFolder.hasRunFolder(path, in: fileSystem, where: isRun)
  }

  package func load() throws(SourceError) -> RunCollection {
    let opened = try SourceFolder.opening(path, in: fileSystem, expected: Self.expected)
    var source = opened.folder
    let folders: [String]
    if let file = opened.file {
      folders = ExactString(file) == ExactString(TrainerState.name) ? [""] : []
    } else {
      folders = source.runFolders(where: Self.isRun)
    }
    let runs = folders.map { TrainerRun(folder: $0, source).read(&source) }
    return try source.collection(
      of: runs, title: Self.title, found: "no trainer_state.json", expected: Self.expected)
  }

  private static func isRun(_ folder: String, _ entries: [DirectoryEntry], _ source: SourceFolder) -> Bool {
    entries.hasFile(TrainerState.name)
      || TrainerRun.checkpoints(entries).contains {
        source.hasFile(FilePath.join(folder, $0.name + "/" + TrainerState.name))
      }
  }
}
