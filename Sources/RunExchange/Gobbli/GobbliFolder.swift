package import Diagnostics
import FileFormats
package import RunModel

/// What gobbli leaves on disk: experiments, models that were trained, and inputs of evaluations.
///
/// The source may be `~/.gobbli`, a folder in it, or a folder of evaluations; each of the three becomes runs of its
/// own kind:
///
/// - An experiment (`gobbli-experiment-meta.json`) is a run of its class, its model being the variant. gobbli records
///   its sizes and its grid of parameters, and no results.
/// - A training of a model is a run of the experiment that is called by the source, its model's class being the
///   variant: losses and accuracy are metrics. Predictions and embeddings measure nothing and are passed over.
/// - An evaluation's input (`<name>_input.json` of labels, texts, truth and probabilities) is a run with predictions to
///   evaluate; `<name>_metrics.json` beside it are its metrics.
package struct GobbliFolder: RunImporter {
  package static let title = "gobbli experiments and evaluations"
  private let path: String
  private let fileSystem: FileSystem

  /// How many folders are looked into to tell whether a source is gobbli's.
  private static let probeLimit = 200

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    guard let kind = (try? fileSystem.attributes(path))?.kind else { return false }
    if kind == .file {
      return GobbliLayout.stem(of: FilePath.name(of: path)) != nil && GobbliLayout.isInput(path, fileSystem)
    }
    return !GobbliLayout(path, in: fileSystem, limit: probeLimit).isEmpty
  }

  package func load() throws(SourceError) -> RunCollection {
    let isFile = (try? fileSystem.attributes(path))?.kind == .file
    let layout =
      isFile ? GobbliLayout(input: path, in: fileSystem) : GobbliLayout(path, in: fileSystem)
    guard !layout.isEmpty else {
      throw SourceFolder.nothing(
        at: path, found: "nothing of gobbli's",
        expected: "gobbli-experiment-meta.json, gobbli-model-info.json or files such as x_input.json")
    }
    var folder = SourceFolder(path: isFile ? FilePath.parent(of: path) : path, fileSystem: fileSystem)
    let title = title(of: folder.path)
    if layout.isCut {
      folder.report(
        .warning, "too-many-folders", at: "", "more than \(GobbliLayout.folderLimit) folders", "fewer",
        "The rest is left out.")
    }
    var runs: [Run] = []
    for place in layout.experiments {
      if let run = GobbliExperiment(folder: place).run(in: &folder, title: title) { runs.append(run) }
    }
    for place in layout.models { runs += GobbliModel(folder: place).runs(in: &folder, title: title) }
    for place in layout.inputs {
      if let run = GobbliEvaluation(input: place).run(in: &folder, title: title) { runs.append(run) }
    }
    RunNaming.makeDistinct(&runs) { $0.provenance[SourceKey.run] ?? "" }
    return RunCollection(
      sourceName: Self.title, runs: runs.sorted { $0.id < $1.id }, diagnostics: folder.log.diagnostics)
  }

  /// The name of the source; `gobbli` for `.gobbli`.
  private func title(of path: String) -> String {
    let name = FilePath.name(of: (try? fileSystem.resolve(path)) ?? path)
    return name.utf8.first == UInt8(ascii: ".") ? String(name.dropFirst()) : name
  }
}
