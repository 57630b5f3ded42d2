package import Diagnostics
import Evaluation
import PredictionFiles
package import ReportModel
package import RunModel

/// Finds a run's predictions, reads and evaluates them.
package struct RunEvaluator: Sendable {
  private let files: FileSystem
  /// The folder that paths in diagnostics are relative to.
  private let root: String

  /// An evaluator of runs that lie below `root`.
  package init(files: FileSystem, root: String) {
    self.files = files
    self.root = root
  }

  /// The run with what its predictions say; `diagnostics` are those of reading the run itself.
  package func evaluate(
    _ run: Run, configuration: ExperimentConfiguration, diagnostics: [Diagnostic] = []
  ) -> EvaluatedRun {
    var result = EvaluatedRun(run: run, diagnostics: diagnostics)
    guard let artifact = Self.predictions(of: run, configuration: configuration) else {
      if let wanted = configuration.predictions, run.status == .completed {
        result.diagnostics.append(Self.missing(wanted, of: run))
      }
      return result
    }
    do throws(PredictionFileError) {
      let file = try read(artifact, of: run, configuration: configuration)
      let evaluation = file.predictions.evaluate()
      let place = SourcePlace(path: shownPath(of: artifact, of: run))
      result.diagnostics += file.diagnostics + evaluation.diagnostics.map { $0.placed(at: place) }
      result.evaluated = EvaluatedPredictions(
        artifact: artifact.id, filename: FilePath.name(of: artifact.filename), rowsRead: file.rowsRead,
        rowsLeftOut: file.rowsLeftOut, evaluation: evaluation, testSet: TestSet.digest(of: file.predictions))
      result.diagnostics += Self.differences(of: run, evaluation)
      result.diagnostics += Self.unusableSlices(configuration, file.predictions, at: place)
    } catch {
      result.diagnostics += error.diagnostics + [error.cause]
    }
    return result
  }

  /// The artifact that holds the run's predictions: the one that the configuration names by id or file name, else
  /// the one that is called `predictions`, with any extension that a prediction file has.
  static func predictions(of run: Run, configuration: ExperimentConfiguration) -> Artifact? {
    let present = run.artifacts.filter { $0.content != .missing }
    if let wanted = configuration.predictions {
      return present.first { $0.id == wanted || ExactString($0.filename) == wanted }
    }
    return present.first { artifact in
      guard PredictionFileName.isReadable(artifact.filename) else { return false }
      return artifact.id == "predictions" || PredictionFileName.stem(of: artifact.filename) == "predictions"
    }
  }

  private func read(
    _ artifact: Artifact, of run: Run, configuration: ExperimentConfiguration
  ) throws(PredictionFileError) -> PredictionFile {
    let options = PredictionFileOptions(
      positive: configuration.positive?.text,
      columns: Dictionary(
        configuration.columns.map { ($0.key.text, $0.value.text) }, uniquingKeysWith: { first, _ in first }))
    let shownPath = shownPath(of: artifact, of: run)
    switch artifact.content {
    case .bytes(let bytes):
      let name = FilePath.name(of: artifact.filename)
      let held = FileSystem.inMemory(bytes: ["/" + name: bytes])
      return try PredictionFileReader(fileSystem: held, options: options)
        .read("/" + name, displayPath: shownPath)
    case .file(let path):
      return try PredictionFileReader(fileSystem: files, options: options).read(path, displayPath: shownPath)
    case .missing: preconditionFailure("a missing artifact is no prediction file")
    }
  }

  /// The path under which messages name an artifact's file.
  private func shownPath(of artifact: Artifact, of run: Run) -> String {
    if case .file(let path) = artifact.content { return FilePath.relative(path, to: root) }
    return "\(run.id)/\(artifact.filename)"
  }

  private static func missing(_ wanted: ExactString, of run: Run) -> Diagnostic {
    Diagnostic(
      .warning, .init("run.predictions-missing"), at: SourcePlace(path: run.id.description),
      found: "no artifact \(VisibleText.quoting(wanted.text))",
      expected: "the predictions that assay.yaml names",
      consequence: "The run is shown as logged.")
  }

  /// The slices of `assay.yaml` that these predictions have no columns for.
  private static func unusableSlices(
    _ configuration: ExperimentConfiguration, _ predictions: Predictions, at place: SourcePlace
  ) -> [Diagnostic] {
    configuration.slices.compactMap { slice in
      predictions.problem(of: slice).map { problem in
        Diagnostic(
          .warning, .init("run.slice"), at: place,
          found:
            "\(problem.found) in the slice \(VisibleText.quoting(slice.source, limit: 200)) of assay.yaml",
          expected: problem.expected,
          consequence: (problem.suggestion.map { "Did you mean \(VisibleText.quoting($0))? " } ?? "")
            + "The slice is left out.")
      }
    }
  }

  /// Logged metrics that the predictions contradict: a note where rounded probabilities explain it, else a warning.
  private static func differences(of run: Run, _ evaluation: ClassificationEvaluation) -> [Diagnostic] {
    LoggedMetricCheck.checks(of: run, against: evaluation).filter { !$0.agrees }.map { check in
      let logged = check.logged.number ?? .nan
      let isSlight = abs(logged - check.recomputed) <= 1e-3 * max(abs(check.recomputed), 1e-3)
      return Diagnostic(
        isSlight ? .note : .warning, .init("run.logged-metric-differs"),
        at: SourcePlace(path: run.id.description),
        found: "\(VisibleText.quoting(check.loggedName.text)) logged as \(check.logged.text)",
        expected: "\(check.texts.recomputed), which the predictions give",
        consequence: "Both are shown on the run’s page.")
    }
  }
}
