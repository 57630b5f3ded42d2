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
        assay evaluate --y-true y_true.npy --y-score y_score.npy
        assay evaluate new.csv --against old.csv
        assay evaluate predictions.csv --metrics accuracy,f1_macro --errors 0
        assay evaluate predictions.csv --slice 'length(text) > 200' --slice 'source = "web"'

      Read are CSV, TSV and JSON lines, also gzipped, with the columns y_true, y_pred, proba_<label> and more, and NPZ
      files with the arrays y_true, y_pred, y_proba, labels and more.
      """)

  /// How the evaluation is written.
  enum Format: String, CaseIterable {
    case text, json, html
  }

  @Argument(
    help: ArgumentHelp("The prediction file; not with --y-true and --y-score.", valueName: "file"),
    completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp("The true labels, as NPY, CSV or TSV, in a file of their own.", valueName: "file"),
    completion: .file())
  var yTrue: String?

  @Option(
    help: ArgumentHelp(
      "The scores that go with --y-true: of the positive label, or a column for each label.",
      valueName: "file"),
    completion: .file())
  var yScore: String?

  @Option(
    help: ArgumentHelp(
      "A prediction file about the same examples, to compare with: differences are file − baseline.",
      valueName: "baseline"),
    completion: .file())
  var against: String?

  @Option(
    help: ArgumentHelp("How it is written: text (if absent), json or html.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var format = Format.text

  @Option(
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Only these metrics, separated by commas; without curves, calibration and label errors, which takes less time.",
      valueName: "names"),
    transform: MetricNames.read)
  var metrics: MetricRegistry?

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

  @Option(
    help: ArgumentHelp(
      "Rows to evaluate apart from the rest; may be given again. Attributes of few values are sliced anyway.",
      valueName: "expression"),
    transform: SliceArgument.read)
  var slice: [SliceExpression] = []

  @Flag(help: "Print the seconds for reading, evaluating and rendering to standard error.")
  var timings = false

  @OptionGroup var problems: DiagnosticOptions

  func validate() throws {
    guard errors >= 0 else { throw ValidationError("--errors is a number from 0 on.") }
    guard metrics == nil || format != .html else {
      throw ValidationError("A page has all metrics: --metrics goes with --format text or json.")
    }
    guard (yTrue == nil) == (yScore == nil) else {
      throw ValidationError("--y-true and --y-score go together.")
    }
    guard (file == nil) != (yTrue == nil) else {
      throw ValidationError("Name a prediction file, or --y-true and --y-score, and not both.")
    }
  }

  func run(in context: CommandContext) async throws -> CommandExit {
    var times = StepTimes()
    let file = try read(from: context)
    let baseline = try against.map { path throws(CommandFailure) in try read(path, from: context) }
    times.end("read")
    let evaluation = file.predictions.evaluate(
      EvaluationOptions(
        metrics: metrics ?? .standard, ranksLabels: metrics == nil, keepsCurves: metrics == nil))
    let comparison = try baseline.map { baseline throws(CommandFailure) in
      try compare(evaluation, with: baseline)
    }
    let slices = try sliced(file.predictions)
    times.end("evaluate")
    let place = SourcePlace(path: subject)
    let diagnostics =
      file.diagnostics + evaluation.diagnostics.map { $0.placed(at: place) }
      + notComputed(evaluation, at: place)
      + Self.passedOver(slices, at: place)
      + (baseline?.diagnostics ?? [])
    let bytes = try render(
      evaluation, of: file, comparison, slices, diagnostics, context.fileSystem)
    times.end("render")
    try OutputTarget(path: out, inputs: [self.file, yTrue, yScore, against].compactMap(\.self))
      .write(bytes, in: context)
    if timings { context.writeError(times.report) }
    return problems.finish(with: diagnostics, in: context)
  }

  /// The parts of the rows: those that were asked for, and one for each value of an attribute; nil if there is
  /// nothing to slice by.
  private func sliced(_ predictions: Predictions) throws(CommandFailure) -> SliceEvaluation? {
    guard !slice.isEmpty || !predictions.schema.attributeNames.isEmpty else { return nil }
    let slices = predictions.slices(SliceOptions(expressions: slice))
    for case .expression(let expression, let error) in slices.problems {
      throw CommandFailure("--slice \(VisibleText.quoting(expression.source, limit: 200)): \(error)")
    }
    return slices
  }

  /// The attributes that are no slices, each as a note.
  private static func passedOver(_ slices: SliceEvaluation?, at place: SourcePlace) -> [Diagnostic] {
    (slices?.problems ?? []).compactMap { problem in
      guard case .attribute(let name, let reason) = problem else { return nil }
      return Diagnostic(
        .note, .init("slices.passed-over"), at: place, found: "\(VisibleText.quoting(name.text)): \(reason)",
        consequence: "It is not sliced by.")
    }
  }

  /// The metrics that were asked for and say nothing about predictions of this kind, each as a warning.
  private func notComputed(_ evaluation: ClassificationEvaluation, at place: SourcePlace) -> [Diagnostic] {
    (metrics?.metrics ?? []).filter { evaluation[$0.name] == nil }.map { metric in
      Diagnostic(
        .warning, .init("metrics.not-computed"), at: place,
        found: metric.name, expected: "metrics of \(evaluation.schema.task.rawValue) predictions",
        consequence: "It is left out.")
    }
  }

  /// The comparison with a baseline, by the usual metric; if that is not among those that were asked for, by the first of
  /// them.
  private func compare(
    _ candidate: ClassificationEvaluation, with baseline: PredictionFile
  ) throws(CommandFailure) -> PairedComparison {
    // Of the baseline no more is asked than the metrics, without intervals and curves.
    let options = EvaluationOptions(
      metrics: metrics ?? .standard, chance: .off, ranksLabels: false, keepsCurves: false)
    let usual = ClassificationMetric.usualPrimary(of: candidate.schema.task).name
    do {
      return try PairedComparison(
        candidate: candidate, baseline: baseline.predictions.evaluate(options),
        primary: candidate[usual] == nil ? candidate.metrics.first?.name ?? usual : usual,
        metrics: metrics ?? .standard)
    } catch {
      throw CommandFailure(
        "\(VisibleText.escaping(subject)) against \(VisibleText.escaping(against ?? "")): \(error.description)"
      )
    }
  }

  /// The file that the evaluation goes by: the prediction file, or that of the scores.
  var subject: String { file ?? yScore ?? "" }

  private func read(from context: CommandContext) throws(CommandFailure) -> PredictionFile {
    guard let yTrue, let yScore else { return try read(subject, from: context) }
    do {
      return try reader(in: context).read(truth: yTrue, scores: yScore)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func read(_ path: String, from context: CommandContext) throws(CommandFailure) -> PredictionFile {
    do {
      return try reader(in: context).read(path)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func reader(in context: CommandContext) -> PredictionFileReader {
    PredictionFileReader(
      fileSystem: context.fileSystem,
      options: PredictionFileOptions(positive: positive, leavesTextsInFile: true))
  }
}
