import Diagnostics
import Dispatch
import RunModel
import Synchronization

/// Reads a file store: `<store>/<experiment id>/<run id>/…`, runs on all cores.
struct MLflowFileStore {
  /// The store's folder, from the source.
  let folder: String
  private var source: SourceFolder

  /// The store in `folder` of the source at `path`.
  init(_ folder: String, path: String, fileSystem: FileSystem) {
    self.folder = folder
    source = SourceFolder(path: path, fileSystem: fileSystem)
  }

  /// Folders of a store that are no experiments, and of an experiment that are no runs.
  static let reservedNames: Set<String> = [
    ".trash", "models", "datasets", "tags", "traces", "assessments", "evaluation_datasets", "issues",
  ]

  /// A folder that may hold a run.
  private struct Candidate: Sendable {
    let folder: String
    let experiment: MLflowExperiment
    let datasets: [ExactString: MLflowDataset]
  }

  /// Everything that is there.
  func load() -> MLflowStore {
    var reader = self
    var store = MLflowStore()
    var candidates: [Candidate] = []
    for entry in reader.source.entries(folder) where !Self.isReserved(entry.name) {
      guard reader.source.isFolder(entry, in: folder) else { continue }
      reader.readExperiment(entry.name, &store, &candidates)
    }
    if candidates.count > ImportLimit.runs {
      reader.source.report(
        .warning, "too-many-runs", at: folder, "more than \(ImportLimit.runs) runs", "fewer",
        "The rest is left out.")
      candidates.removeLast(candidates.count - ImportLimit.runs)
    }
    for result in reader.read(candidates) {
      reader.source.log.add(contentsOf: result.diagnostics)
      if let run = result.run { store.runs.append(run) }
    }
    store.diagnostics = reader.source.log.diagnostics
    return store
  }

  /// Adds the experiment in the folder `name`, if it is one, and the folders that may be its runs.
  private mutating func readExperiment(
    _ name: String, _ store: inout MLflowStore, _ candidates: inout [Candidate]
  ) {
    let path = FilePath.join(folder, name)
    let entries = source.entries(path)
    var experiment = MLflowExperiment(id: name, name: name)
    if let meta = entries.first(where: { $0.name == "meta.yaml" }) {
      if let fields = MLflowMetaFile.read(meta, in: path, &source) {
        guard fields["run_id"] == nil, fields["run_uuid"] == nil else { return }
        if let called = fields["name"], !called.isEmpty { experiment.name = called }
        experiment.isDeleted = fields["lifecycle_stage"] == "deleted"
      }
    } else {
      guard entries.contains(where: { isRun($0, in: path) }) else { return }
      source.report(
        .warning, "missing-file", at: path, "an experiment without meta.yaml", "meta.yaml with its name",
        "It is called by its id.")
    }
    store.experiments.append(experiment)
    if experiment.isDeleted { return }
    let hasDatasets = entries.contains { $0.name == "datasets" && $0.kind == .directory }
    let datasets = hasDatasets ? MLflowInputs.datasets(FilePath.join(path, "datasets"), &source) : [:]
    for entry in entries where !Self.isReserved(entry.name) && source.isFolder(entry, in: path) {
      candidates.append(
        Candidate(folder: FilePath.join(path, entry.name), experiment: experiment, datasets: datasets))
    }
  }

  private static func isReserved(_ name: String) -> Bool {
    reservedNames.contains(name) || name.utf8.first == UInt8(ascii: ".")
  }

  private func isRun(_ entry: DirectoryEntry, in path: String) -> Bool {
    guard entry.kind == .directory, !Self.isReserved(entry.name) else { return false }
    return source.hasFile(FilePath.join(FilePath.join(path, entry.name), "meta.yaml"))
  }

  /// The runs of all candidates with what was wrong with each, in their order.
  private func read(_ candidates: [Candidate]) -> [(run: Run?, diagnostics: [Diagnostic])] {
    let results = Mutex(
      [(run: Run?, diagnostics: [Diagnostic])](repeating: (nil, []), count: candidates.count))
    DispatchQueue.concurrentPerform(iterations: candidates.count) { [source] index in
      let candidate = candidates[index]
      var folder = MLflowRunFolder(
        candidate.folder, experiment: candidate.experiment, datasets: candidate.datasets, source: source)
      let run = folder.run()
      let diagnostics = folder.source.log.diagnostics
      results.withLock { $0[index] = (run, diagnostics) }
    }
    return results.withLock { $0 }
  }
}
