import Diagnostics
import Evaluation
import PredictionFiles
import ReportModel
import RunModel
import RunRegistry
import SiteBuilder

/// A run as the command line names it: the folder of a run, a variant or an experiment, or a prediction file.
///
/// A variant's folder means its latest run, an experiment's the latest of `main`. A prediction file is a run that
/// left nothing but predictions; it must be usable, whereas a run is worth a page without them too.
struct RunInput {
  /// The path that was given.
  let path: String
  /// What a page calls the run if it is a prediction file.
  let name: String
  /// Where it is.
  let fileSystem: FileSystem

  /// The run at `path`.
  init(path: String, fileSystem: FileSystem) {
    self.init(path: path, name: FilePath.name(of: path), fileSystem: fileSystem)
  }

  /// The runs at `paths`, with names that differ where the paths do.
  static func all(at paths: [String], fileSystem: FileSystem) -> [RunInput] {
    zip(paths, PathNames.shortest(of: paths)).map {
      RunInput(path: $0, name: $1, fileSystem: fileSystem)
    }
  }

  private init(path: String, name: String, fileSystem: FileSystem) {
    self.path = path
    self.name = name
    self.fileSystem = fileSystem
  }

  private static let artifactID: ExactString = "predictions"

  /// Reads and evaluates the run.
  ///
  /// - Throws: ``CommandFailure`` if there is none, or a prediction file cannot be used.
  func evaluated(_ configuration: ReportConfiguration) throws(CommandFailure) -> EvaluatedRun {
    guard isFile else { return try evaluatedRun(configuration) }
    let entry = RunEvaluator(files: fileSystem, root: "")
      .evaluate(
        Self.run(ofPredictions: path, name: name),
        configuration: ExperimentConfiguration(predictions: Self.artifactID))
    guard entry.evaluated != nil else {
      guard let cause = entry.diagnostics.last else {
        throw CommandFailure("\(VisibleText.escaping(path)): no predictions can be read")
      }
      throw CommandFailure(cause, after: entry.diagnostics.dropLast())
    }
    return entry
  }

  /// Predictions that were evaluated already, as the run that they are.
  static func evaluated(
    _ file: PredictionFile, _ evaluation: ClassificationEvaluation, _ diagnostics: [Diagnostic], path: String
  ) -> EvaluatedRun {
    EvaluatedRun(
      run: run(ofPredictions: path, name: FilePath.name(of: path)),
      evaluated: EvaluatedPredictions(
        artifact: artifactID, filename: FilePath.name(of: path), rowsRead: file.rowsRead,
        rowsLeftOut: file.rowsLeftOut, evaluation: evaluation, testSet: TestSet.digest(of: file.predictions)),
      diagnostics: diagnostics)
  }

  private var isFile: Bool { (try? fileSystem.attributes(path))?.kind == .file }

  private func evaluatedRun(_ configuration: ReportConfiguration) throws(CommandFailure) -> EvaluatedRun {
    do {
      let loaded = try Registry.run(at: path, fileSystem: fileSystem)
      return RunEvaluator(files: fileSystem, root: "")
        .evaluate(
          loaded.run, configuration: configuration.experiment(loaded.run.id.experiment),
          diagnostics: loaded.diagnostics)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// A run of this name that has the file as its one artifact.
  private static func run(ofPredictions path: String, name: String) -> Run {
    let filename = FilePath.name(of: path)
    var run = Run(id: RunID(experiment: ExactString(filename), run: ExactString(name)))
    run.artifacts = [Artifact(id: artifactID, filename: filename, content: .file(path))]
    run.folder = FilePath.parent(of: path)
    return run
  }
}
