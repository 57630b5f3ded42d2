import Diagnostics
public import RunModel

extension Registry {
  /// The folder of the run `id`, whether it is there or not.
  public func path(of id: RunID) -> String {
    FilePath.join(path, RegistryLayout.folder(of: id))
  }

  /// Whether there is a run of this id; none has an id that leads out of the registry.
  public func contains(_ id: RunID) -> Bool {
    SafeName.problem(of: id.description) == nil
      && fileSystem.exists(FilePath.join(path(of: id), RegistryLayout.metadata))
  }

  /// Writes a run so that experiment-results-manager 0.1.2 opens it, whole or not at all.
  ///
  /// The run is made in a folder of its own and moved to its place in one step: whoever reads, and whoever kills the
  /// writer, finds the registry as it was before or as it is after. Of several writers of one id one wins, and the
  /// others get the error. Index files are made where they are absent. An id that was not given is made from the
  /// run's time, with `_0002`, `_0003`, … if there are runs of that second already.
  ///
  /// - Parameters:
  ///   - draft: The run.
  ///   - overwrite: Whether a run of the same id is replaced; none of its files is left then. A run from
  ///     ``draft(continuing:)`` needs no leave to replace the one that it continues.
  ///   - createdAt: The time that goes into new index files; the run's own where absent.
  /// - Returns: The run's id and folder.
  /// - Throws: ``RegistryError``; then the registry has no new run.
  public func save(
    _ draft: ExperimentRun, overwrite: Bool = false, createdAt: UTCTimestamp? = nil
  ) throws(RegistryError) -> SavedRun {
    let run = draft.run
    try check(run.id)
    let folder = path(of: run.id)
    if draft.hasGivenID, draft.continues?.folder != folder, !overwrite, contains(run.id) {
      throw .runExists(at: folder)
    }
    let timestamp = try draft.timestamp(or: createdAt, folder: folder)
    let mode = try draft.mode(in: folder, overwrite: overwrite)
    let writer = RunWriter(registry: path, fileSystem: fileSystem)
    try writer.check(run.artifacts)
    let count = draft.hasGivenID ? 1 : RegistryLimit.runsPerSecond
    let places = (1...count).lazy.map { number -> SavedRun in
      var id = run.id
      if number > 1 { id.run = ExactString(run.id.run.text + "_" + RunNumber.text(number)) }
      return SavedRun(id: id, path: self.path(of: id))
    }
    return try writer.write(run, at: timestamp, mode, places: places) { id throws(RegistryError) in
      try writeIndexFiles(of: id, createdAt: createdAt ?? timestamp, writer)
    }
  }

  /// A run that continues the run `id`: what is logged is added to what it holds.
  ///
  /// ``save(_:overwrite:createdAt:)`` then keeps the files of the run that no artifact names, and refuses if somebody
  /// else changed the run meanwhile.
  ///
  /// - Throws: ``RegistryError`` if there is no such run, or it cannot be read and written again without loss.
  public func draft(continuing id: RunID) throws(RegistryError) -> ExperimentRun {
    let folder = path(of: id)
    let loaded: LoadedRun
    let record: [UInt8]
    do {
      let file = FilePath.join(folder, RegistryLayout.metadata)
      record = (try? fileSystem.read(file, limit: RegistryLimit.metadataBytes)) ?? []
      loaded = try run(id)
    } catch {
      throw RegistryError(
        .unreadableRun, path: folder, detail: "This run cannot be added to. \(error.description)")
    }
    if let loss = loaded.diagnostics.first(where: { $0.kind == RecordReader.newerSchema }) {
      throw RegistryError(
        .unreadableRun, path: folder,
        detail: "Adding to this run would lose what a newer Assay wrote. \(loss)")
    }
    var run = loaded.run
    run.id = id
    if let notes = run.notes, RunNotes(fileSystem: fileSystem).text(of: run)?.text == notes {
      run.notes = nil
    }
    return ExperimentRun(continuing: run, ContinuedRun(folder: folder, record: record))
  }

  private func check(_ id: RunID) throws(RegistryError) {
    for (part, name) in [("experiment", id.experiment), ("variant", id.variant), ("run", id.run)] {
      guard let problem = SafeName.problem(ofID: name.text) else { continue }
      throw RegistryError(
        .unsafeName, path: name.text, detail: "This cannot be the id of \(article(part)) \(part): \(problem)."
      )
    }
  }

  private func article(_ noun: String) -> String { noun == "experiment" ? "an" : "a" }

  private func writeIndexFiles(
    of id: RunID, createdAt: UTCTimestamp, _ writer: RunWriter
  ) throws(RegistryError) {
    let experiment = FilePath.join(path, id.experiment.text)
    let variant = FilePath.join(experiment, id.variant.text)
    let files = [
      IndexFile(path: FilePath.join(path, RegistryLayout.registryMarker)),
      IndexFile(
        path: FilePath.join(experiment, RegistryLayout.experimentMarker), key: "experiment_id",
        id: id.experiment.text),
      IndexFile(
        path: FilePath.join(variant, RegistryLayout.variantMarker), key: "variant_id", id: id.variant.text),
    ]
    for file in files where !fileSystem.exists(file.path) {
      try writer.put(file.bytes(createdAt: createdAt), at: file.path)
    }
  }
}
