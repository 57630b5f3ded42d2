public import Diagnostics
public import RunModel

/// The tools whose logs can be read.
///
/// ```swift
/// let tool = ImportTool.recognised(at: "mlruns")         // .mlflow
/// let runs = try tool?.source(at: "mlruns").load().runs
/// ```
public enum ImportTool: String, CaseIterable, Sendable {
  /// MLflow: a file store (`mlruns`) or a database (`mlflow.db`).
  case mlflow
  /// DVCLive: folders with `dvclive/metrics.json`.
  case dvclive
  /// Sacred's `FileStorageObserver`.
  case sacred
  /// Weights & Biases, offline runs (`.wandb`).
  case wandb
  /// Lightning's `CSVLogger`.
  case lightning
  /// The Trainer of Hugging Face's transformers: `trainer_state.json`.
  case hfTrainer = "hf-trainer"
  /// Keras' `CSVLogger`.
  case keras
  /// skrobot's experiments and task runners.
  case skrobot
  /// gobbli's experiment metadata and evaluations.
  case gobbli
  /// nomadic's results of a search.
  case nomadic
  /// scikit-learn's `classification_report` as a dict, in JSON.
  case sklearn
  /// A folder of prediction files.
  case predictions

  /// What people call the tool.
  public var title: String { importer.title }

  /// Whether what the tool calls a run is unique in the world, and not only where it was logged.
  public var hasUniqueRunIDs: Bool { self == .mlflow || self == .wandb }

  /// The runs below `path`, to be read by ``RunSource/load()``.
  public func source(at path: String, fileSystem: FileSystem = .disk) -> any RunSource {
    importer.init(path: path, fileSystem: fileSystem)
  }

  /// The tool that wrote what is at `path`, or nil if none is recognised.
  ///
  /// Only names are looked at, few levels deep, and the first bytes of few files. Where several tools left their
  /// traces, the first in the order of the cases counts. A registry of experiment-results-manager is no other tool's,
  /// whatever its artifacts look like.
  public static func recognised(at path: String, fileSystem: FileSystem = .disk) -> ImportTool? {
    allRecognised(at: path, fileSystem: fileSystem).first
  }

  /// Every tool that left its traces at `path`, in the order of the cases; none in a registry.
  ///
  /// Prediction files are among the artifacts of other tools' runs: ``predictions`` counts only where no other tool is
  /// recognised.
  public static func allRecognised(at path: String, fileSystem: FileSystem = .disk) -> [ImportTool] {
    if fileSystem.exists(FilePath.join(path, ".erm_registry.json")) { return [] }
    let tools = allCases.filter { $0 != .predictions && $0.importer.recognises(path, in: fileSystem) }
    guard tools.isEmpty, ImportTool.predictions.importer.recognises(path, in: fileSystem) else {
      return tools
    }
    return [.predictions]
  }

  /// Its importer.
  var importer: any RunImporter.Type {
    switch self {
    case .mlflow: MLflowImporter.self
    case .dvclive: DVCLiveLogs.self
    case .sacred: SacredRuns.self
    case .wandb: WandBFolder.self
    case .lightning: LightningLogs.self
    case .hfTrainer: TrainerRuns.self
    case .keras: KerasLogs.self
    case .skrobot: SkrobotRepository.self
    case .gobbli: GobbliFolder.self
    case .nomadic: NomadicResults.self
    case .sklearn: SklearnReports.self
    case .predictions: PredictionFolder.self
    }
  }
}
