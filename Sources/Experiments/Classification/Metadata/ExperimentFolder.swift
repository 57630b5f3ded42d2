import Diagnostics

/// The folder of an experiment, which is there with its metadata or not at all.
struct ExperimentFolder {
  private let name: String
  private let path: String
  private let fileSystem: FileSystem
  private let overwrites: Bool

  init(_ experiment: ClassificationExperiment) {
    name = experiment.name
    path = experiment.directory
    fileSystem = experiment.fileSystem
    overwrites = experiment.overwriteExisting
  }

  private var exists: ClassificationExperimentError {
    ClassificationExperimentError(.exists(name: name, path: path))
  }

  /// Refuses to take a folder that holds something, unless it may be overwritten and is that of an experiment.
  func checkIsFree() throws(ClassificationExperimentError) {
    guard fileSystem.exists(path) else { return }
    guard fileSystem.isDirectory(path), let entries = try? fileSystem.list(path) else { throw exists }
    if entries.isEmpty { return }
    guard overwrites else { throw exists }
    guard entries.contains(where: { $0.name == ClassificationExperiment.metadataName && $0.kind == .file })
    else {
      throw ClassificationExperimentError(
        .files(
          "\(VisibleText.escaping(path)) holds something that is no experiment; it is not overwritten. "
            + "Choose another name or folder."))
    }
  }

  /// Makes the folder with its metadata in one step, in place of one that may be overwritten.
  ///
  /// - Parameter metadata: The bytes of the metadata.
  /// - Throws: ``ClassificationExperimentError``: that the experiment exists, also where another process made it a moment
  ///   before, or that files cannot be written.
  func make(metadata: [UInt8]) throws(ClassificationExperimentError) {
    try checkIsFree()
    do throws(FileSystemError) {
      let parent = FilePath.parent(of: path)
      try fileSystem.createDirectory(parent)
      let made = try fileSystem.createUniqueDirectory(parent)
      do throws(FileSystemError) {
        try fileSystem.write(metadata, FilePath.join(made, ClassificationExperiment.metadataName))
        if fileSystem.exists(path) { try clear(parent) }
        try fileSystem.renameExclusively(made, path)
      } catch {
        try? CopiedTree(fileSystem).remove(made)
        throw error
      }
    } catch {
      if error.reason == .exists { throw exists }
      throw ClassificationExperimentError(.files("The experiment cannot be kept. \(error)"))
    }
  }

  /// Makes the folder of a training, empty.
  func makeTraining(_ name: String) throws(FileSystemError) -> String {
    let folder = FilePath.join(FilePath.join(path, "trainings"), name)
    try fileSystem.createDirectory(folder)
    return folder
  }

  /// Takes away what is at the path: an empty folder, or an experiment that may be overwritten.
  private func clear(_ parent: String) throws(FileSystemError) {
    if overwrites {
      let away = try fileSystem.createUniqueDirectory(parent)
      try fileSystem.rename(path, FilePath.join(away, "old"))
      try CopiedTree(fileSystem).remove(away)
    } else {
      try fileSystem.remove(path)
    }
  }
}
