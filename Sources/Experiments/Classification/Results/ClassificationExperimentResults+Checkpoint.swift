import Diagnostics

extension ClassificationExperimentResults {
  /// The checkpoint of the best model, copied if that is asked for.
  ///
  /// - Parameter path: Where to put a copy of the file or folder; nothing may be there. It is there whole or not at all.
  /// - Returns: The path of the copy, or of the checkpoint itself where none is asked for.
  /// - Throws: ``ClassificationExperimentError`` if there is no checkpoint, something is at `path` already, the checkpoint has
  ///   a link in it or is one (links are not followed), or it cannot be copied.
  @discardableResult
  public func checkpoint(copyingTo path: String? = nil) throws(ClassificationExperimentError) -> String {
    guard let source = bestModelCheckpoint else {
      throw ClassificationExperimentError(
        .checkpoint("The model has no checkpoint: its trainer left none."))
    }
    guard let path else { return source }
    guard !fileSystem.exists(path) else {
      throw ClassificationExperimentError(
        .checkpoint("\(VisibleText.escaping(path)): there is something already; expected nothing."))
    }
    do throws(FileSystemError) {
      let parent = FilePath.parent(of: path)
      try fileSystem.createDirectory(parent)
      let work = try fileSystem.createUniqueDirectory(parent)
      let copy = FilePath.join(work, "copy")
      let tree = CopiedTree(fileSystem)
      do throws(FileSystemError) {
        try tree.copy(source, to: copy)
        try fileSystem.renameExclusively(copy, path)
      } catch {
        try? tree.remove(work)
        throw error
      }
      try? tree.remove(work)
      return path
    } catch {
      throw ClassificationExperimentError(.checkpoint("The checkpoint cannot be copied. \(error)"))
    }
  }
}
