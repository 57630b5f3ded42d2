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

  /// Writes a run so that experiment-results-manager 0.1.2 opens it: artifacts first, the record last.
  ///
  /// Index files are made where they are absent. An id that was not given is made from the run's time, with
  /// `_0002`, `_0003`, … if there are runs of that second already.
  ///
  /// - Parameters:
  ///   - draft: The run.
  ///   - overwrite: Whether a run of the same id is replaced; none of its files is left then. A draft from
  ///     ``draft(continuing:)`` needs no leave to replace the run that it continues.
  ///   - createdAt: The time that goes into new index files; the run's own where absent.
  /// - Returns: The run's id and folder.
  /// - Throws: ``RegistryError``; then the registry has no new run.
  public func save(
    _ draft: RunDraft, overwrite: Bool = false, createdAt: UTCTimestamp? = nil
  ) throws(RegistryError) -> SavedRun {
    var run = draft.run
    try check(run.id)
    if !draft.hasGivenID { run.id = try freeID(like: run.id) }
    let folder = path(of: run.id)
    if contains(run.id), !overwrite, draft.continues != folder {
      throw RegistryError(
        .runExists, path: folder,
        detail: "A run already exists here. Overwrite it, add to it, or choose another run id.")
    }
    guard let timestamp = run.timestamp ?? createdAt else {
      throw RegistryError(
        .missingTimestamp, path: folder, detail: "The run has no time, and the format requires one; set it.")
    }
    if draft.continues != folder, let missing = run.artifacts.first(where: { $0.content == .missing }) {
      throw RegistryError(
        .missingArtifact, path: missing.filename,
        detail:
          "Artifact \(VisibleText.quoting(missing.id.text)) has no content; remove it or give its bytes.")
    }
    let writer = RunWriter(fileSystem: fileSystem, root: path, folder: folder)
    try writer.check(run.artifacts)
    try writeIndexFiles(of: run.id, createdAt: createdAt ?? timestamp, writer)
    try writer.write(run, at: timestamp, removesOthers: draft.continues != folder)
    return SavedRun(id: run.id, path: folder)
  }

  /// A draft that continues the run `id`: what is logged is added to what it holds.
  ///
  /// ``save(_:overwrite:createdAt:)`` then keeps the files of the run that no artifact names.
  ///
  /// - Throws: ``RegistryError`` if there is no such run, or it cannot be read and written again without loss.
  public func draft(continuing id: RunID) throws(RegistryError) -> RunDraft {
    let folder = path(of: id)
    let loaded: LoadedRun
    do throws(SourceError) {
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
    return RunDraft(continuing: run, in: folder)
  }

  private func check(_ id: RunID) throws(RegistryError) {
    for (part, name) in [("experiment", id.experiment), ("variant", id.variant), ("run", id.run)] {
      guard let problem = SafeName.problem(of: name.text) else { continue }
      throw RegistryError(
        .unsafeName, path: name.text, detail: "This cannot be the id of \(article(part)) \(part): \(problem)."
      )
    }
  }

  private func article(_ noun: String) -> String { noun == "experiment" ? "an" : "a" }

  private func freeID(like id: RunID) throws(RegistryError) -> RunID {
    var candidate = id
    for count in 1...RegistryLimit.runsPerSecond {
      if count > 1 {
        let digits = String(count)
        let suffix = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        candidate.run = ExactString(id.run.text + "_" + suffix)
      }
      if !fileSystem.exists(path(of: candidate)) { return candidate }
    }
    throw RegistryError(
      .runExists, path: path(of: id),
      detail: "There are \(RegistryLimit.runsPerSecond) runs of this second already; give the run an id.")
  }

  private func writeIndexFiles(
    of id: RunID, createdAt: UTCTimestamp, _ writer: RunWriter
  ) throws(RegistryError) {
    let experiment = FilePath.join(path, id.experiment.text)
    let variant = FilePath.join(experiment, id.variant.text)
    try writer.makeFolder(variant)
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
