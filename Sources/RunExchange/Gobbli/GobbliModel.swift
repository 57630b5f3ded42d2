import Diagnostics
import FileFormats
import RunModel

/// Makes runs of the trainings of one model: `<model>/train/<task>/{input,output}/gobbli-task-meta.json`.
struct GobbliModel {
  /// The model's folder, as seen from the source.
  let folder: String

  private static let byteLimit = 8 << 20
  private static let taskLimit = 100_000

  /// The runs, in the order of the names of their folders; a model that was never trained is one run of its own.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - title: What the experiment is called.
  /// - Returns: The runs.
  func runs(in source: inout SourceFolder, title: String) -> [Run] {
    let info = json(GobbliLayout.modelInfo, &source)
    let params = json(GobbliLayout.modelMeta, &source)
    let above = FilePath.name(of: FilePath.parent(of: folder))
    let name = folder.isEmpty ? title : FilePath.name(of: folder)
    var model = Run(
      id: RunID(
        experiment: RunNaming.id(from: title, or: "gobbli"),
        variant: RunNaming.id(
          from: info?["class"]?.string ?? (above == "." ? "" : above), or: RunID.defaultVariant.text),
        run: RunNaming.id(from: name, or: "model")))
    model.params = JSONLeaves.of(params)
    let version = info?["gobbli_version"]?.string
    model.provenance = ["tool": version.map { "gobbli \($0)" } ?? "gobbli", "model": name]
    model.provenance[SourceKey.tool] = ImportTool.gobbli.rawValue
    model.provenance[SourceKey.run] = folder.isEmpty ? title : folder
    model.folder = source.absolute(folder)
    let trainings = FilePath.join(folder, "train")
    guard source.fileSystem.isDirectory(source.absolute(trainings)) else { return [model] }
    let tasks = source.entries(trainings).filter { $0.kind == .directory }.map(\.name)
    guard !tasks.isEmpty else { return [model] }
    if tasks.count > Self.taskLimit {
      source.report(
        .warning, "too-many-runs", at: trainings, "\(tasks.count) trainings", "at most \(Self.taskLimit)",
        "The rest is left out.")
    }
    return tasks.prefix(Self.taskLimit).map { training($0, of: model, in: &source) }
  }

  /// The run of one training; without metadata of its output it goes on, or ended without a word.
  private func training(_ name: String, of model: Run, in source: inout SourceFolder) -> Run {
    let task = FilePath.join("train", name)
    var run = model
    run.id.run = RunNaming.id(from: name, or: "training")
    run.folder = source.absolute(FilePath.join(folder, task))
    run.provenance[SourceKey.run] = FilePath.join(model.provenance[SourceKey.run] ?? "", task)
    let input = json(FilePath.join(task, "input/" + GobbliLayout.taskMeta), &source)
    for (key, value) in JSONLeaves.of(input) where !Self.isNothing(value) {
      if key == "checkpoint" {
        run.provenance["continued from"] = value.text
      } else {
        run.params[key] = value
      }
    }
    let output = json(FilePath.join(task, "output/" + GobbliLayout.taskMeta), &source)
    if output == nil { run.status = .running }
    for (key, value) in JSONLeaves.of(output) where !Self.isNothing(value) {
      if key == "checkpoint" {
        run.provenance["checkpoint"] = value.text
      } else if value.number != nil {
        run.metrics[key] = value
      } else {
        run.dicts["output", default: [:]][key] = value
      }
    }
    run.artifacts = source.artifacts(below: FilePath.join(folder, task)) {
      FilePath.name(of: $0) == GobbliLayout.taskMeta
    }
    return run
  }

  /// Whether a value says that there is none: null, or the word that Python's `str` makes of it.
  private static func isNothing(_ value: Scalar) -> Bool {
    value.kind == .null || value == .text("None")
  }

  /// The object in a file of the model; nil where there is no file, and with a diagnostic where it is no object.
  private func json(_ name: String, _ source: inout SourceFolder) -> JSONValue? {
    let file = FilePath.join(folder, name)
    guard source.fileSystem.exists(source.absolute(file)),
      let document = source.sparseJSON(file, limit: Self.byteLimit)
    else { return nil }
    guard document.root.object != nil else {
      source.report(
        .warning, "invalid-metadata", at: file, document.root.kindInWords, "an object", "It is left out.")
      return nil
    }
    return document.root
  }
}
