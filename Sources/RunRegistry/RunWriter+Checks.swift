import Diagnostics
import FileFormats
import RunModel

extension RunWriter {
  /// Refuses file names that leave the artifact folder, and two artifacts that would be one file.
  func check(_ artifacts: [Artifact]) throws(RegistryError) {
    var owners: [ExactString: ExactString] = [:]
    for artifact in artifacts {
      if let problem = SafeName.problem(of: artifact.filename) {
        throw RegistryError(
          .unsafeName, path: artifact.filename,
          detail:
            "This cannot be the file name of artifact \(VisibleText.quoting(artifact.id.text)): \(problem).")
      }
      if let other = owners.updateValue(artifact.id, forKey: ExactString(artifact.filename)) {
        throw Self.collision(artifact, with: other)
      }
    }
    for artifact in artifacts {
      var above = FilePath.parent(of: artifact.filename)
      while above != "." {
        if let other = owners[ExactString(above)] { throw Self.collision(artifact, with: other) }
        above = FilePath.parent(of: above)
      }
    }
  }

  /// Refuses a place in the folder of another run, and one that holds other runs or a part of the registry.
  ///
  /// Ids may contain `/`, so `a` and `a/b` can be two runs of one variant. A folder can be replaced in one step only
  /// if it is the run's alone.
  func refuseOverlap(of place: SavedRun) throws(RegistryError) {
    var above = FilePath.parent(of: place.path)
    while above.utf8.count > root.utf8.count {
      if fileSystem.exists(FilePath.join(above, RegistryLayout.metadata)) {
        throw Self.overlap(place, "it lies in the folder of another run, \(VisibleText.quoting(above))")
      }
      above = FilePath.parent(of: above)
    }
    guard fileSystem.exists(place.path) else { return }
    guard fileSystem.isInside(place.path, folder: root) else {
      throw RegistryError(
        .unsafeName, path: place.path,
        detail: "This is a link that leads out of the registry; nothing was written.")
    }
    guard fileSystem.isDirectory(place.path) else { return }
    let walk = RegistryWalk(root: place.path, shownRoot: "", fileSystem: fileSystem)
    if let inner = walk.runs.first(where: { !$0.names.isEmpty }) {
      throw Self.overlap(place, "its folder holds another run, \(VisibleText.quoting(inner.relativePath))")
    }
    if walk.hasMarker { throw Self.overlap(place, "its folder is that of an experiment or a variant") }
  }

  /// Refuses to replace a run whose ids are others that make the same path: `a/b` of `c` and `b` of `c/a`.
  func refuseOtherIDs(at place: SavedRun) throws(RegistryError) {
    let file = FilePath.join(place.path, RegistryLayout.metadata)
    guard let bytes = try? fileSystem.read(file, limit: RegistryLimit.metadataBytes),
      let document = try? JSONReader.parse(bytes, path: file)
    else { return }
    let parts = ["experiment_id", "variant_id", "run_id"].compactMap { document.root[$0]?.string }
    guard parts.count == 3 else { return }
    let present = RunID(
      experiment: ExactString(parts[0]), variant: ExactString(parts[1]), run: ExactString(parts[2]))
    guard ExactString(present.description) == ExactString(place.id.description), present != place.id else {
      return
    }
    throw Self.overlap(
      place,
      "the run \(VisibleText.quoting(present.run.text)) of variant \(VisibleText.quoting(present.variant.text)) of "
        + "experiment \(VisibleText.quoting(present.experiment.text)) lies in the same folder")
  }

  private static func overlap(_ place: SavedRun, _ reason: String) -> RegistryError {
    RegistryError(
      .overlappingRuns, path: place.path,
      detail: "No run can be written or moved here: \(reason). Choose another id.")
  }

  private static func collision(_ artifact: Artifact, with other: ExactString) -> RegistryError {
    RegistryError(
      .duplicateFilename, path: artifact.filename,
      detail: "The artifacts \(VisibleText.quoting(other.text)) and \(VisibleText.quoting(artifact.id.text)) "
        + "would be written to one path; give one of them another file name.")
  }
}
