package import Diagnostics
import FileFormats
package import RunModel

/// Runs that Weights & Biases wrote to disk: `wandb/offline-run-<time>-<id>/run-<id>.wandb`.
///
/// The source may be a `.wandb` file, the folder of a run, the folder `wandb` or the one that holds it. A project
/// becomes an experiment, a group a variant. Runs without a project are filed under the name of the folder that holds
/// `wandb`. A run that was resumed has a folder for each part; each part is shown as a run.
///
/// What is read are the values of the log, the trace of an exception that ended the run, and the tables beside the log.
/// Other console output, machine metrics and the settings of charts are passed over.
package struct WandBFolder: RunImporter {
  package static let title = "Weights & Biases offline runs"
  private let path: String
  private let fileSystem: FileSystem

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    guard let layout = WandBLayout.find(path, in: fileSystem) else { return false }
    if layout.isNamedAsOffline { return true }
    return layout.logs.prefix(probeLimit).contains { name in
      let file = try? fileSystem.open(FilePath.join(layout.root, name))
      return (try? file?.bytes(at: 0, count: WandBLog.magic.count)) == WandBLog.magic
    }
  }

  /// How many files are looked into to tell whether they are wandb's.
  private static let probeLimit = 20

  package func load() throws(SourceError) -> RunCollection {
    guard let layout = WandBLayout.find(path, in: fileSystem) else {
      throw SourceFolder.nothing(
        at: path, found: "no .wandb file",
        expected: "a folder wandb with run-….wandb files in folders of runs")
    }
    var folder = SourceFolder(path: layout.root, fileSystem: fileSystem)
    if layout.hasMore {
      folder.report(
        .warning, "too-many-runs", at: "", "more than \(ImportLimit.runs) runs", "fewer",
        "The rest is left out.")
    }
    for name in layout.emptyFolders {
      folder.report(
        .warning, "missing-file", at: name, "the folder of a run without a .wandb file",
        "run-….wandb with what was logged", "The run is left out.")
    }
    var runs: [Run] = []
    var ids: Set<String> = []
    for log in layout.logs {
      let runFolder = layout.isRunFolder ? "" : FilePath.parent(of: log)
      let reader = WandBRun(name: log, runFolder: runFolder, fallback: layout.title)
      guard var run = reader.read(in: &folder) else { continue }
      let id = run.provenance[SourceKey.run] ?? log
      if !ids.insert(id).inserted {
        // A later part of a run that was resumed has the same id: its folder tells it apart.
        run.provenance[SourceKey.run] = id + "@" + log
      }
      runs.append(run)
    }
    RunNaming.makeDistinct(&runs) { $0.provenance[SourceKey.run] ?? "" }
    return RunCollection(
      sourceName: Self.title, runs: runs.sorted { $0.id < $1.id }, diagnostics: folder.log.diagnostics)
  }
}
