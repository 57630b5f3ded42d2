import Diagnostics
import FileFormats
import Markup
import RunModel
import ScalarFormats

/// The files through which a program is told what to do, and through which it answers.
struct CommandFiles {
  static let requestName = "request.json"
  static let metricsName = "metrics.json"
  static let checkpointName = "checkpoint"
  /// The formats of predictions, in the order in which they are looked for.
  static let predictionFormats = ["jsonl", "csv", "tsv"]

  private let request: TrainingRequest
  private let format: CommandTrainer.Format
  private let trainer: String
  private static let metricsLimit = 4 << 20
  private static let metricCountLimit = 10_000

  init(_ request: TrainingRequest, format: CommandTrainer.Format, trainer: String) {
    self.request = request
    self.format = format
    self.trainer = trainer
  }

  private var parts: [(name: String, dataset: ClassificationDataset)] {
    [("train", request.train)] + (request.validation.map { [("validation", $0)] } ?? [])
      + (request.test.map { [("test", $0)] } ?? [])
  }

  private func path(_ name: String) -> String { FilePath.join(request.folder, name) }

  /// Writes the request and its parts; the test part without its truth.
  func write() throws(CommandTrainerError) {
    do throws(FileSystemError) {
      for (name, dataset) in parts {
        let table = DatasetTable(dataset, labels: request.labels, hasTruth: name != "test")
        let bytes = format == .jsonLines ? table.jsonLines() : table.commaSeparated()
        try FileSystem.disk.write(bytes, path(name + "." + format.rawValue))
      }
      try FileSystem.disk.write(requestBytes(), path(Self.requestName))
    } catch {
      throw CommandTrainerError(
        trainer: trainer, problem: "The files for the program cannot be written. \(error)")
    }
  }

  private func requestBytes() -> [UInt8] {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.member("schema_version", 1)
      json.member("labels", request.labels.map(\.text))
      json.member("multilabel", request.train.isMultilabel)
      json.member("columns", request.train.columns.map(\.name.text))
      json.member("parameters") { json in
        json.object { json in
          for name in request.parameters.keys.sorted() {
            if let value = request.parameters[name] { json.member(name.text, value.typedJSON) }
          }
        }
      }
      json.member("seed", JSONFragment("\(request.seed)"))
      json.member("epochs", request.epochs)
      json.member("batch_sizes") { json in
        json.object { json in
          json.member("train", request.batchSizes.train)
          json.member("validation", request.batchSizes.validation)
          json.member("test", request.batchSizes.test)
        }
      }
      json.member("files") { json in
        json.object { json in
          for (name, _) in parts { json.member(name, name + "." + format.rawValue) }
        }
      }
      json.member("predictions") { json in
        json.object { json in
          for (name, _) in parts.dropFirst() { json.member(name, name + "_predictions") }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// What the program left.
  func read() throws(CommandTrainerError) -> TrainingOutcome {
    var outcome = TrainingOutcome(
      validation: try predictions("validation", request.validation),
      test: try predictions("test", request.test))
    for (name, value) in try metrics() {
      switch name {
      case "valid_loss": outcome.validationLoss = try number(value, name)
      case "train_loss": outcome.trainLoss = try number(value, name)
      default: outcome.metrics[name] = value
      }
    }
    if FileSystem.disk.exists(path(Self.checkpointName)) { outcome.checkpoint = Self.checkpointName }
    return outcome
  }

  private func predictions(
    _ name: String, _ part: ClassificationDataset?
  ) throws(CommandTrainerError) -> [[Double]]? {
    guard let part else { return nil }
    let stem = name + "_predictions."
    let found = Self.predictionFormats.filter { FileSystem.disk.exists(path(stem + $0)) }
    guard let format = found.first, found.count == 1 else {
      let names = Self.predictionFormats.map { stem + $0 }.joined(separator: ", ")
      throw CommandTrainerError(
        trainer: trainer,
        problem: found.isEmpty
          ? "It left no predictions of the \(name) part; expected one of \(names)."
          : "It left several files of predictions of the \(name) part; expected one of \(names).")
    }
    let file = stem + format
    guard FileSystem.disk.isInside(path(file), folder: request.folder) else {
      throw CommandTrainerError(
        trainer: trainer, problem: "\(file) leads out of the folder; expected a file in it.")
    }
    do throws(FormatError) {
      let reader = ReturnedPredictions(part: part, labels: request.labels)
      return try reader.read(path(file), displayPath: file, format: format)
    } catch {
      throw CommandTrainerError(trainer: trainer, problem: "\(error).")
    }
  }

  private func metrics() throws(CommandTrainerError) -> [(name: ExactString, value: Scalar)] {
    let file = path(Self.metricsName)
    guard FileSystem.disk.exists(file) else { return [] }
    do throws(FormatError) {
      guard FileSystem.disk.isInside(file, folder: request.folder) else {
        throw FormatError(
          at: SourcePlace(path: Self.metricsName), found: "a link out of the folder", expected: "a file in it"
        )
      }
      let document = try JSONReader.read(
        file, displayPath: Self.metricsName, in: .disk, limit: Self.metricsLimit)
      guard let object = document.root.object, object.count <= Self.metricCountLimit else {
        throw FormatError(
          at: document.place(of: document.root),
          found: document.root.object == nil
            ? document.root.kindInWords : "more than \(Self.metricCountLimit) metrics",
          expected: "an object of names and values")
      }
      return object.members.map { (ExactString($0.name), Scalar($0.value)) }
    } catch {
      throw CommandTrainerError(trainer: trainer, problem: "\(error).")
    }
  }

  private func number(_ value: Scalar, _ name: ExactString) throws(CommandTrainerError) -> Double {
    guard let number = value.number else {
      throw CommandTrainerError(
        trainer: trainer,
        problem:
          "\(Self.metricsName): found \(VisibleText.quoting(value.text)) as \(name); expected a number.")
    }
    return number
  }
}
