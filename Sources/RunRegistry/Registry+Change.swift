public import Diagnostics
public import RunModel

extension Registry {
  /// Moves a run into the registry's trash folder, `.assay/trash`, in one step.
  ///
  /// Nothing is destroyed: move the folder back to undo it.
  ///
  /// - Returns: Where its folder lies now.
  /// - Throws: ``RegistryError`` if there is no such run, or its folder holds another.
  public func delete(_ id: RunID) throws(RegistryError) -> String {
    let run = SavedRun(id: id, path: path(of: id))
    guard contains(id) else { throw noRun(id) }
    let writer = RunWriter(registry: path, fileSystem: fileSystem)
    let lock = try writer.exclusively()
    defer { withExtendedLifetime(lock) {} }
    try writer.refuseOverlap(of: run)
    try writer.makeFolder(writer.workshop)
    do throws(FileSystemError) {
      return try RegistryTrash(writer: writer).take(run)
    } catch {
      throw error.reason == .notFound ? noRun(id) : RegistryError(error)
    }
  }

  /// Sets and removes tags of a run; the rest of it stays as it is.
  ///
  /// - Parameters:
  ///   - id: The run.
  ///   - tags: Tags to set: name → value.
  ///   - names: Tags to remove; those that the run does not have are no error.
  /// - Throws: ``RegistryError`` if there is no such run or it cannot be written again without loss.
  public func tag(
    _ id: RunID, _ tags: [ExactString: String], removing names: [ExactString] = []
  ) throws(RegistryError) {
    _ = try change(id) { draft in
      for name in names { draft.run.tags[name] = nil }
      draft.run.tags.merge(tags) { $1 }
    }
  }

  /// Reads a run, lets `change` add to it and saves it; again if another writer came first.
  ///
  /// - Throws: ``RegistryError``, also `.runChanged` if others are faster a hundred times.
  public func change(
    _ id: RunID, _ change: (inout ExperimentRun) throws(RegistryError) -> Void
  ) throws(RegistryError) -> SavedRun {
    guard contains(id) else { throw noRun(id) }
    var attempts = 0
    while true {
      var draft = try draft(continuing: id)
      try change(&draft)
      do throws(RegistryError) {
        return try save(draft)
      } catch {
        attempts += 1
        guard error.reason == .runChanged, attempts < 100 else { throw error }
      }
    }
  }

  private func noRun(_ id: RunID) -> RegistryError {
    RegistryError(
      .noRun, path: path(of: id), detail: "There is no run \(VisibleText.quoting(id.description)) here.")
  }
}
