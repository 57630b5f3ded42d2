public import Diagnostics
import Foundation
public import RunModel

/// Has any program train and predict: a Python script, say.
///
/// ```swift
/// let trainer = try CommandTrainer(command: "python3 /srv/models/train.py %h", timeLimit: 600)
/// ```
///
/// The program runs in the folder of the request, so that a script is named by its whole path. It finds there `request.json` (labels, parameters, seed, epochs, batch sizes,
/// names of files) and `train.jsonl`, `validation.jsonl`, `test.jsonl`, or the same as CSV: id, text, columns and, but for the
/// test part, the truth. It leaves `validation_predictions` and `test_predictions`, each a CSV, TSV or JSON lines file with an id
/// and a probability for each label, in any order of rows; if it likes also `metrics.json`, and a file or folder `checkpoint`.
/// docs/experiments.md has the whole protocol. What it prints goes to `log.txt`, bounded.
///
/// No shell is between. In the words of the command `%h` alone becomes `--name value` for each parameter, `_` in names
/// becoming `-`, nulls left out; within other words `%s` is the seed, `%f` the folder's whole path and `%%` a percent sign.
public struct CommandTrainer: Trainer {
  /// How parts are given to the program.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// One JSON object on each line.
    case jsonLines = "jsonl"
    /// Cells separated by commas, with a line of names.
    case commaSeparated = "csv"
  }

  /// What it is called in records.
  public let name: String
  /// The program and its arguments, before anything in them is replaced.
  public let words: [String]
  /// How parts are given to the program.
  public let format: Format
  /// After how many seconds the program is ended; never where nil.
  public let timeLimit: Double?
  /// Variables that are added to the inherited environment.
  public let variables: [String: String]

  /// A trainer that runs these words.
  public init(
    _ words: [String], name: String = "command", format: Format = .jsonLines, timeLimit: Double? = nil,
    variables: [String: String] = [:]
  ) {
    self.words = words
    self.name = name
    self.format = format
    self.timeLimit = timeLimit
    self.variables = variables
  }

  /// A trainer that runs a command line, cut into words as a shell does, but without a shell.
  ///
  /// - Throws: ``CommandWords/Problem`` for a quote that is not closed, and for `\` at the end.
  public init(
    command: String, name: String = "command", format: Format = .jsonLines, timeLimit: Double? = nil,
    variables: [String: String] = [:]
  ) throws(CommandWords.Problem) {
    self.init(
      try CommandWords.split(command), name: name, format: format, timeLimit: timeLimit, variables: variables)
  }

  /// The words, the format and the names of the variables; not their values, which may be secrets.
  public var configuration: [ExactString: Scalar] {
    var all: [ExactString: Scalar] = ["format": .text(format.rawValue)]
    for (place, word) in words.enumerated() {
      let digits = String(place)
      all[ExactString("word " + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits)] =
        .text(word)
    }
    if !variables.isEmpty {
      all["variables"] = .text(
        variables.keys.map { ExactString($0) }.sorted().map(\.text).joined(separator: " "))
    }
    return all
  }

  /// Writes the files, runs the program, and reads what it left.
  ///
  /// - Throws: ``CommandTrainerError`` with the last lines of what it printed, if it could not be started, failed or took too
  ///   long, and for predictions and metrics that are missing or not as they should be.
  public func train(_ request: TrainingRequest) async throws -> TrainingOutcome {
    // The program has the folder as its own, from where the path to it would lead elsewhere.
    var request = request
    request.folder = FilePath.join(FileManager.default.currentDirectoryPath, request.folder)
    let files = CommandFiles(request, format: format, trainer: name)
    try files.write()
    let program = Program(
      try CommandArguments(words, trainer: name).replaced(for: request), folder: request.folder,
      variables: variables.merging(
        ["ASSAY_REQUEST": CommandFiles.requestName, "ASSAY_SEED": "\(request.seed)"]) { $1 },
      timeLimit: timeLimit)
    let outcome = await program.run()
    try Task.checkCancellation()
    let log = outcome.log.bytes
    try? FileSystem.disk.write(log, FilePath.join(request.folder, "log.txt"))
    guard outcome.ending.isSuccess else {
      throw CommandTrainerError(
        trainer: name, problem: outcome.ending.description, log: CommandTrainerError.tail(of: log))
    }
    return try files.read()
  }
}
