import Diagnostics
import FileFormats
import RunModel

/// Makes runs of the tasks that ran in one folder.
struct SkrobotFolder {
  /// The folder.
  let place: SkrobotLayout.Place

  private static let logFile = "experiment.log"
  /// A parameter of more characters, or of several lines, would wreck a table of parameters.
  private static let shortLimit = 200
  private static let paramsLimit = 8 << 20
  private static let taskLimit = 1000

  /// The runs, in the order of the names of their tasks.
  func runs(in folder: inout SourceFolder) -> [Run] {
    let entries = folder.entries(place.folder)
    let names = Set(entries.map { ExactString($0.name) })
    let tasks = Set(
      entries.compactMap { entry in
        SkrobotLayout.stem(of: entry.name, ".params") ?? SkrobotLayout.stem(of: entry.name, ".errors")
      }.map { ExactString($0) }
    ).sorted().prefix(Self.taskLimit).map { stem in
      SkrobotTask(stem: stem, execution: execution(stem, names, &folder))
    }
    let log =
      names.contains(ExactString(Self.logFile)) ? folder.json(path(Self.logFile), limit: 1 << 16) : nil
    let files = SkrobotFiles(
      all: folder.artifacts(below: place.folder) { $0 == Self.logFile }, tasks: tasks)
    var runs: [Run] = []
    for task in tasks {
      var run = Run(
        id: RunID(
          experiment: RunNaming.id(from: place.repository, or: "experiments"),
          variant: RunNaming.id(from: task.shortName, or: "task"),
          run: RunNaming.id(from: place.name + Self.suffix(of: task), or: "run")))
      run.folder = folder.absolute(place.folder)
      setProvenance(of: &run, task, log?.root)
      setParams(of: &run, task, names, &folder)
      setError(of: &run, task, names, &folder)
      run.artifacts = files.artifacts(of: task)
      SkrobotResults(folder: FilePath.join(place.folder, task.execution?.directory ?? ""), task: task).add(
        to: &run, in: &folder)
      runs.append(run)
    }
    return runs
  }

  /// What Assay recorded of an execution, if it did.
  private func execution(
    _ stem: ExactString, _ names: Set<ExactString>, _ folder: inout SourceFolder
  ) -> SkrobotExecution? {
    let file = stem.text + SkrobotExecution.suffix
    guard names.contains(ExactString(file)),
      let document = folder.json(path(file), limit: Self.paramsLimit)
    else { return nil }
    if let execution = SkrobotExecution(document.root) { return execution }
    folder.report(
      .warning, "invalid-execution", at: document.place(of: document.root), "no record of an execution",
      "type, execution, status and directory", "The files of the folder are shared out by their names.")
    return nil
  }

  /// What tells executions of one sort apart in the ids of runs: nothing for the first.
  private static func suffix(of task: SkrobotTask) -> String {
    guard let number = task.execution?.number, number > 1 else { return "" }
    let digits = String(number)
    return "_" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private func path(_ name: String) -> String { FilePath.join(place.folder, name) }

  private func setProvenance(of run: inout Run, _ task: SkrobotTask, _ log: JSONValue?) {
    let id = log?["experiment_id"]?.string
    run.provenance = ["tool": "skrobot", "task": task.type.text]
    run.provenance["experimenter"] = log?["experimenter"]?.string
    run.provenance["experiment id"] = id
    run.provenance[SourceKey.tool] = ImportTool.skrobot.rawValue
    run.provenance[SourceKey.run] = "\(id ?? place.name)/\(task.stem)"
    run.timestamp = task.execution?.started ?? log?["datetime"]?.string.flatMap(Self.time)
    run.duration = task.execution?.seconds
  }

  private func setParams(
    of run: inout Run, _ task: SkrobotTask, _ names: Set<ExactString>, _ folder: inout SourceFolder
  ) {
    let file = task.stem.text + ".params"
    guard names.contains(ExactString(file)),
      let document = folder.sparseJSON(path(file), limit: Self.paramsLimit)
    else { return }
    guard document.root.object != nil else {
      folder.report(
        .warning, "invalid-params", at: document.place(of: document.root), document.root.kindInWords,
        "an object",
        "The run is shown without parameters.")
      return
    }
    for (name, value) in JSONLeaves.of(document.root) where name != "type" {
      guard value.text.utf8.count <= ImportLimit.valueBytes else {
        folder.report(
          .warning, "too-large", at: path(file),
          "\(VisibleText.quoting(name.text)) of \(value.text.utf8.count) bytes",
          "at most \(ImportLimit.valueBytes)", "It is left out.")
        continue
      }
      if value.text.utf8.count > Self.shortLimit || value.text.utf8.contains(UInt8(ascii: "\n")) {
        run.dicts["long parameters", default: [:]][name] = value
      } else {
        run.params[name] = value
      }
    }
  }

  private func setError(
    of run: inout Run, _ task: SkrobotTask, _ names: Set<ExactString>, _ folder: inout SourceFolder
  ) {
    if let execution = task.execution {
      run.status = execution.status
      run.error = execution.error
      if execution.status == .completed { return }
    }
    let file = task.stem.text + ".errors"
    guard names.contains(ExactString(file)) else { return }
    if task.execution == nil { run.status = .failed }
    run.error = folder.bytes(path(file), limit: ImportLimit.valueBytes)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// `2026-03-21T05-15-09`: a time with hyphens where colons belong.
  private static func time(_ text: String) -> UTCTimestamp? {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return UTCTimestamp(parts[0] + "T" + parts[1].split(separator: "-").joined(separator: ":"))
  }
}
