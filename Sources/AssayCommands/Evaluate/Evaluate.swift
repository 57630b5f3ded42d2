import ArgumentParser
import Diagnostics
import Evaluation
import PredictionFiles

/// `assay evaluate`: predictions into numbers.
struct Evaluate: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Evaluate a file of predictions: every metric, each label, the worst errors.",
    discussion: """
        assay evaluate predictions.csv
        assay evaluate predictions.csv --format json > evaluation.json
        assay evaluate predictions.jsonl --format html --out report.html

      Read are CSV, TSV and JSON lines with the columns y_true, y_pred, proba_<label> and more.
      """)

  /// How the evaluation is written.
  enum Format: String, CaseIterable {
    case text, json, html
  }

  @Argument(help: ArgumentHelp("The prediction file.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("How it is written: text (if absent), json or html.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var format = Format.text

  @Option(
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var out: String?

  @Option(help: ArgumentHelp("How many errors of each label and kind are listed.", valueName: "k"))
  var errors = 10

  @Option(
    help: ArgumentHelp(
      "What counts as predicted when errors are listed: argmax (the predicted labels, if absent) or threshold (p > 0.5).",
      valueName: "rule"),
    completion: .list(ErrorRule.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var errorsBy = ErrorRule.argmax

  @Option(
    help: ArgumentHelp("The positive label of a binary problem; the last one if absent.", valueName: "label"))
  var positive: String?

  @Flag(help: "Print the seconds for reading, evaluating and rendering to standard error.")
  var timings = false

  @OptionGroup var problems: DiagnosticOptions

  func validate() throws {
    guard errors >= 0 else { throw ValidationError("--errors is a number from 0 on.") }
  }

  func run(in context: CommandContext) async throws -> CommandExit {
    var times = StepTimes()
    let file = try read(from: context)
    times.end("read")
    let evaluation = file.predictions.evaluate()
    times.end("evaluate")
    let place = SourcePlace(path: self.file)
    let diagnostics = file.diagnostics + evaluation.diagnostics.map { $0.placed(at: place) }
    let bytes = try render(evaluation, of: file, diagnostics, context.fileSystem)
    times.end("render")
    try OutputTarget(path: out, inputs: [self.file]).write(bytes, in: context)
    if timings { context.writeError(times.report) }
    return problems.finish(with: diagnostics, in: context)
  }

  private func read(from context: CommandContext) throws(CommandFailure) -> PredictionFile {
    let reader = PredictionFileReader(
      fileSystem: context.fileSystem, options: PredictionFileOptions(positive: positive))
    do {
      return try reader.read(file)
    } catch {
      throw CommandFailure(error)
    }
  }
}
