import Diagnostics
import RunModel
import RunRegistry

extension JobRecord {
  /// Puts what a program reported and left into its run.
  ///
  /// Numbers among the results are metrics, everything else the dict `results`. What a program that failed reported is
  /// the dict alone, so that it is never ranked; its values over steps stay, but are no metrics either. Files become artifacts; a file
  /// `predictions.*` at the top is the artifact `predictions`, and `notes.md` the notes.
  ///
  /// - Returns: What was left out.
  static func add(_ outcome: JobAttempt.Outcome, _ folder: RunFolder, to draft: inout ExperimentRun)
    -> [String]
  {
    guard !folder.isReplaced else {
      draft.logText(ExactString(WorkerProtocol.log), utf8: outcome.log.bytes)
      return []
    }
    let history = MetricHistory(in: folder.run, fileSystem: .disk)
    for point in history.points { draft.logMetric(point.metric, point.value, step: point.step) }
    if outcome.error != nil { draft.run.metrics = [:] }
    for (name, value) in outcome.results {
      if outcome.error == nil, JobResults.isMetric(value) {
        draft.run.metrics[name] = value
      } else {
        draft.logDict("results", [name: value])
      }
    }
    var (files, warnings) = folder.files()
    var predictions: String?
    let own = [WorkerProtocol.resultsFile, WorkerProtocol.historyLines, WorkerProtocol.historyTable]
    for file in files where !own.contains(where: { $0.utf8.elementsEqual(file.name.utf8) }) {
      let path = FilePath.join(folder.run, file.name)
      var isPredictions = file.name.hasPrefix("predictions.") && !file.name.contains("/")
      if isPredictions, let predictions {
        isPredictions = false
        warnings.append(
          "\(VisibleText.quoting(file.name)) is kept as a file only: \(VisibleText.quoting(predictions)) is the "
            + "run's predictions.")
      }
      if isPredictions { predictions = file.name }
      let isLog = ExactString(file.name) == ExactString(WorkerProtocol.log)
      let name = isLog ? "files/" + file.name : file.name
      draft.logArtifact(
        isPredictions ? "predictions" : ExactString(name), path: path, filename: name,
        kind: Artifact.Kind(fileName: file.name))
    }
    draft.logText(ExactString(WorkerProtocol.log), utf8: outcome.log.bytes)
    return history.warnings + warnings
  }
}
