public import Diagnostics
import Evaluation
import RunModel

extension ClassificationExperiment {
  /// The experiment whose metadata is at `path`, to be run again to the same result.
  ///
  /// Its grid, settings, limit and choice are those of the metadata; `run()` without arguments then does what was done.
  /// The same trainer gives the same probabilities, as far as it keeps its own promise.
  ///
  /// - Parameters:
  ///   - path: The file ``metadataName`` of an experiment that Assay ran.
  ///   - dataset: The same dataset as then, whole; it is cut to the same limit.
  ///   - testDataset: The same test dataset, if there was one.
  ///   - trainer: A trainer of the same name and configuration.
  ///   - selection: What the best is chosen by, where that is a metric of your own; its name, direction and
  ///     origin must be the same.
  ///   - name: What the new experiment is called.
  ///   - folder: The folder of experiments.
  ///   - fileSystem: What both lie in.
  ///   - concurrency: How many combinations are trained at the same time.
  ///   - metricFunctions: What the results report instead of the usual four metrics.
  ///   - runs: Where its runs go.
  ///   - overwriteExisting: Whether an experiment of the same name is replaced.
  /// - Throws: ``ClassificationExperimentError`` if the metadata cannot be read, the dataset, the test dataset, the trainer or
  ///   the choice is another, or the dataset is not split into the same parts.
  public init(
    metadataAt path: String, dataset: ClassificationDataset, testDataset: ClassificationDataset? = nil,
    trainer: any Trainer, selection: ModelSelection? = nil, name: String, folder: String,
    fileSystem: FileSystem = .disk, concurrency: Int = 1, metricFunctions: [MetricFunction]? = nil,
    runs: RunDestination? = nil, overwriteExisting: Bool = false
  ) throws(ClassificationExperimentError) {
    let metadata = try ExperimentMetadata(path, in: fileSystem)
    let place = SourcePlace(path: path)
    guard ExactString(metadata.trainer) == ExactString(trainer.name) else {
      throw ClassificationExperimentError(
        .metadata(
          place: place, found: "an experiment with the trainer \(VisibleText.quoting(metadata.trainer))",
          expected: "one with \(VisibleText.quoting(trainer.name))"))
    }
    for key in Set(metadata.configuration.keys).union(trainer.configuration.keys).sorted() {
      let (old, new) = (metadata.configuration[key], trainer.configuration[key])
      if let old, let new, old.hasSameValue(as: new) { continue }
      throw ClassificationExperimentError(
        .metadata(
          place: place,
          found: "a trainer whose \(VisibleText.quoting(key.text)) is \(Self.words(old))",
          expected: "\(Self.words(new)), as this trainer has it"))
    }
    let cut = metadata.limit.map { dataset[rows: Array(0..<max(0, min($0, dataset.count)))] } ?? dataset
    try Self.check("dataset", cut, metadata.dataset)
    try Self.check("test dataset", testDataset, metadata.testDataset)
    try self.init(
      dataset: cut, testDataset: testDataset, trainer: trainer, parameterGrid: metadata.grid, name: name,
      folder: folder, fileSystem: fileSystem, concurrency: concurrency, metricFunctions: metricFunctions,
      selection: try Self.selection(metadata, given: selection, place), runs: runs,
      overwriteExisting: overwriteExisting, limit: metadata.limit, settings: metadata.settings)
    try checkParts(metadata, place)
  }

  /// Refuses metadata whose parts are not those that the dataset is split into now.
  private func checkParts(
    _ metadata: ExperimentMetadata, _ place: SourcePlace
  ) throws(ClassificationExperimentError) {
    for (name, part) in try ExperimentPlan(self, settings).parts {
      let now = ExperimentMetadata.DatasetMark(rows: part.count, digest: part.idDigest)
      guard let then = metadata.parts[name], then != now else { continue }
      throw ClassificationExperimentError(
        .metadata(
          place: place,
          found:
            "a \(name) part of \(then.rows) examples whose ids have the digest \(VisibleText.quoting(then.digest, limit: 12))",
          expected:
            "\(now.rows) examples with \(VisibleText.quoting(now.digest, limit: 12)), as the dataset is split now; "
            + "\(VisibleText.quoting(metadata.name)) cannot be run again to the same result"))
    }
  }

  private static func words(_ value: Scalar?) -> String {
    value.map { VisibleText.quoting($0.text) } ?? "not set"
  }

  private static func check(
    _ which: String, _ dataset: ClassificationDataset?, _ mark: ExperimentMetadata.DatasetMark?
  ) throws(ClassificationExperimentError) {
    let found = dataset.map { ExperimentMetadata.DatasetMark(rows: $0.count, digest: $0.digest) }
    guard found != mark else { return }
    func words(_ mark: ExperimentMetadata.DatasetMark?) -> String {
      mark.map { "\($0.rows) examples with the digest \($0.digest.prefix(12))…" } ?? "none"
    }
    throw ClassificationExperimentError(
      .otherDataset(which: which, found: words(found), expected: words(mark)))
  }

  private static func selection(
    _ metadata: ExperimentMetadata, given: ModelSelection?, _ place: SourcePlace
  ) throws(ClassificationExperimentError) -> ModelSelection {
    let direction: ClassificationMetric.Direction =
      metadata.selection.isLowerBetter ? .lowerIsBetter : .higherIsBetter
    if let given {
      guard given.name == metadata.selection.name, given.direction == direction,
        given.source.name == metadata.selection.source
      else {
        throw ClassificationExperimentError(
          .metadata(
            place: place,
            found: Self.words(metadata.selection.source, metadata.selection.name, direction),
            expected: Self.words(given.source.name, given.name, given.direction)))
      }
      return given
    }
    switch metadata.selection.source {
    case "reported": return .reported(metadata.selection.name, direction: direction)
    case "metric": return try .metric(named: metadata.selection.name.text, direction: direction)
    default:
      let usual = ModelSelection.validationLoss
      guard usual.name == metadata.selection.name, usual.direction == direction else {
        throw ClassificationExperimentError(
          .metadata(
            place: place,
            found: Self.words(metadata.selection.source, metadata.selection.name, direction),
            expected: Self.words(usual.source.name, usual.name, usual.direction)))
      }
      return usual
    }
  }

  private static func words(
    _ source: String, _ name: ExactString, _ direction: ClassificationMetric.Direction
  ) -> String {
    "a choice by \(VisibleText.quoting(name.text)) of the source “\(source)”, where "
      + (direction == .lowerIsBetter ? "lower" : "higher") + " is better"
  }
}
