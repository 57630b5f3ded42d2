import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// The metadata of an experiment that was run, as its file says it.
struct ExperimentMetadata {
  let name: String
  let trainer: String
  let configuration: [ExactString: Scalar]
  let grid: ParameterGrid
  let settings: ExperimentSettings
  let selection: (source: String, name: ExactString, isLowerBetter: Bool)
  let limit: Int?
  let dataset: DatasetMark
  let testDataset: DatasetMark?
  /// How many examples each part had, and the digest of their ids: by the names of ``ExperimentPlan/parts``.
  let parts: [String: DatasetMark]

  /// By what a dataset is known again.
  struct DatasetMark: Hashable {
    var rows: Int
    var digest: String
  }

  private static let byteLimit = 64 << 20

  /// The metadata in the file at `path`.
  ///
  /// - Throws: ``ClassificationExperimentError`` with the place, for a file that cannot be read, is no metadata of ours or of a
  ///   newer version, and a field that is missing or no such value.
  init(_ path: String, in fileSystem: FileSystem) throws(ClassificationExperimentError) {
    let document: JSONDocument
    do throws(FormatError) {
      document = try JSONReader.read(path, displayPath: path, in: fileSystem, limit: Self.byteLimit)
    } catch {
      throw ClassificationExperimentError(
        .metadata(place: error.place, found: error.found, expected: error.expected))
    }
    let fields = JSONFields(document)
    let own = try fields.object("assay", of: document.root)
    let version = try fields.integer("schema_version", of: own)
    guard version == ExperimentPlan.schemaVersion else {
      throw fields.error(
        own["schema_version"] ?? own, found: "version \(version)",
        expected: "version \(ExperimentPlan.schemaVersion); this was written by another version of Assay")
    }
    name = try fields.text("name", of: own)
    let trainer = try fields.object("trainer", of: own)
    self.trainer = try fields.text("name", of: trainer)
    configuration = (try fields.object("configuration", of: trainer).object?.members ?? [])
      .reduce(into: [:]) { $0[ExactString($1.name)] = Scalar($1.value) }
    grid = try ParameterGrid(try fields.object("param_grid", of: document.root), in: document)
    let batches = try fields.object("batch_sizes", of: own)
    let seedText = try fields.text("seed", of: own)
    guard let seed = UInt64(seedText) else {
      throw fields.error(
        own["seed"] ?? own, found: VisibleText.quoting(seedText), expected: "a whole number from 0 to 2⁶⁴ − 1"
      )
    }
    settings = ExperimentSettings(
      split: try fields.numbers("split", of: own), seed: seed,
      stratified: try fields.boolean("stratified", of: own),
      batchSizes: TrainingRequest.BatchSizes(
        train: try fields.integer("train", of: batches),
        validation: try fields.integer("validation", of: batches),
        test: try fields.integer("test", of: batches)),
      epochs: try fields.integer("epochs", of: own))
    let selection = try fields.object("selection", of: own)
    let direction = try fields.text("direction", of: selection)
    guard direction == "lower" || direction == "higher" else {
      throw fields.error(
        selection["direction"] ?? selection, found: VisibleText.quoting(direction),
        expected: "“lower” or “higher”")
    }
    let source = try fields.text("source", of: selection)
    guard ModelSelection.Source.names.contains(source) else {
      throw fields.error(
        selection["source"] ?? selection, found: VisibleText.quoting(source),
        expected: ModelSelection.Source.names.map { "“\($0)”" }.joined(separator: " or "))
    }
    self.selection = (source, ExactString(try fields.text("name", of: selection)), direction == "lower")
    limit = own["limit"]?.isNull ?? true ? nil : try fields.integer("limit", of: own)
    dataset = try Self.mark(try fields.object("dataset", of: own), fields)
    testDataset =
      own["test_dataset"]?.isNull ?? true
      ? nil : try Self.mark(try fields.object("test_dataset", of: own), fields)
    let partsObject = try fields.object("parts", of: own)
    var parts: [String: DatasetMark] = [:]
    for name in ["train", "validation", "test"] {
      let part = try fields.object(name, of: partsObject)
      parts[name] = DatasetMark(
        rows: try fields.integer("rows", of: part), digest: try fields.text("ids_sha256", of: part))
    }
    self.parts = parts
  }

  private static func mark(
    _ json: JSONValue, _ fields: JSONFields
  ) throws(ClassificationExperimentError) -> DatasetMark {
    DatasetMark(rows: try fields.integer("rows", of: json), digest: try fields.text("sha256", of: json))
  }
}
