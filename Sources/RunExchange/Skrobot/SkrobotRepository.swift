package import Diagnostics
import FileFormats
package import RunModel

/// Experiments and task runners of skrobot: a repository of experiments, one experiment, or one runner's folder.
///
/// A folder holds one record for each sort of task, since skrobot overwrites what an earlier task of the sort left.
/// Each is a run. The experiment is the repository, by its folder's name; the variant is the sort of task, and the run
/// is called by its folder, which says who ran it and when: so a leaderboard has runs side by side that measured the
/// same, and the latest run of a variant is the latest evaluation, search or training.
///
/// A task with an `.errors` file counts as failed. skrobot leaves such a file behind when the task succeeds later, and
/// writes one when only the notification failed; its files do not tell which.
///
/// Times are those of the machine's clock, whose zone is not recorded: they are taken for UTC. Models (`.pkl`) are
/// never opened.
package struct SkrobotRepository: RunImporter {
  package static let title = "skrobot experiments"
  private let path: String
  private let fileSystem: FileSystem

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    fileSystem.isDirectory(path) && !SkrobotLayout(path, in: fileSystem, depth: 1, limit: 1).places.isEmpty
  }

  package func load() throws(SourceError) -> RunCollection {
    let layout = SkrobotLayout(path, in: fileSystem)
    let places = layout.places
    guard !places.isEmpty else {
      throw SourceFolder.nothing(
        at: path, found: "no experiment of skrobot's",
        expected: "folders with experiment.log or files such as train_task.params")
    }
    var folder = SourceFolder(path: path, fileSystem: fileSystem)
    if layout.isCut {
      folder.report(
        .warning, "too-many-folders", at: "", "more than \(SkrobotLayout.folderLimit) folders", "fewer",
        "The rest is left out.")
    }
    var runs: [Run] = []
    var keys: Set<String> = []
    for place in places {
      for var run in SkrobotFolder(place: place).runs(in: &folder) {
        let key = run.provenance[SourceKey.run] ?? ""
        // A folder that was copied has the id of the original: its path tells it apart.
        if !keys.insert(key).inserted { run.provenance[SourceKey.run] = "\(key)@\(place.folder)" }
        runs.append(run)
      }
    }
    RunNaming.makeDistinct(&runs) { $0.provenance[SourceKey.run] ?? "" }
    let filled = Set(runs.map(\.id.experiment))
    let all = Set(places.map { RunNaming.id(from: $0.repository, or: "experiments") })
    return RunCollection(
      sourceName: Self.title, runs: runs.sorted { $0.id < $1.id },
      emptyExperiments: all.subtracting(filled).sorted(), diagnostics: folder.log.diagnostics)
  }
}
