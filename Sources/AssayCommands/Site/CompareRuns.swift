import ArgumentParser
import Diagnostics
import Evaluation
import ReportModel
import RunModel
import SiteBuilder

/// `assay compare`: runs beside each other, the first as the baseline.
struct CompareRuns: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare runs with the first of them.",
    discussion: """
        assay compare registry/digits/logistic registry/digits/forest
        assay compare old.csv new.csv --format markdown

      HTML goes to comparison.html unless --out says otherwise; markdown (for a review) and json are printed.
      Differences are candidate − baseline; runs on the same examples have paired intervals, tests and a verdict.
      Each run is read as the assay.yaml above it says; the strictest of them decides what is shown of examples, that
      of the baseline everything else.
      """)

  /// How the comparison is written.
  enum Format: String, CaseIterable {
    case html, markdown, json
  }

  @Argument(
    help: ArgumentHelp(
      "The run to compare with: a run's folder, or a prediction file.", valueName: "baseline"),
    completion: .file())
  var baseline: String

  @Argument(help: ArgumentHelp("The runs to compare, up to 11.", valueName: "run"), completion: .file())
  var runs: [String]

  @Option(
    help: ArgumentHelp("How it is written: html (if absent), markdown or json.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var format = Format.html

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var out: String?

  @OptionGroup var configuration: RunConfigurationOption
  @OptionGroup var problems: DiagnosticOptions

  func validate() throws {
    let limit = SingleFileReport.comparisonLimit
    guard runs.count < limit else {
      throw ValidationError("\(runs.count + 1) runs are too many; at most \(limit) can be compared.")
    }
  }

  func run(in context: CommandContext) async throws -> CommandExit {
    var paths: [String] = []
    for run in [baseline] + runs { paths.append(try await RemoteInput.run(run, in: context).path) }
    let files = try configuration.readAll(for: paths, from: context.fileSystem)
    var entries: [EvaluatedRun] = []
    for (input, file) in zip(RunInput.all(at: paths, fileSystem: context.fileSystem), files) {
      let entry = try input.evaluated(file.report)
      if entries.contains(where: { $0.run.id == entry.run.id }) {
        throw CommandFailure(
          "\(VisibleText.escaping(input.path)): found the run \(VisibleText.quoting(entry.run.id.description)) "
            + "once more; expected runs with ids of their own.")
      }
      entries.append(entry)
    }
    var shown = files[0].report
    shown.examples = ExamplePolicy.strictest(files.map(\.report.examples))
    let document = try document(of: entries, shown, in: context)
    let target = format == .html ? out ?? "comparison.html" : out
    try OutputTarget(path: target, inputs: [baseline] + runs).write(document.bytes, in: context)
    return problems.finish(with: document.diagnostics, in: context)
  }

  /// The comparison, and what was wrong with the runs or keeps them from being compared row by row.
  private func document(
    of entries: [EvaluatedRun], _ configuration: ReportConfiguration, in context: CommandContext
  ) throws(CommandFailure) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    guard format == .html else {
      let table = ComparisonTable(
        entries, configuration: configuration.experiment(entries[0].run.id.experiment))
      return (
        format == .json ? table.json : Array(table.markdown.utf8),
        entries.flatMap(\.diagnostics) + table.paired.diagnostics(of: entries)
      )
    }
    do {
      let document = try SingleFileReport(configuration: configuration, fileSystem: context.fileSystem)
        .comparison(of: entries)
      return (document.bytes, document.diagnostics)
    } catch {
      throw CommandFailure(error)
    }
  }
}
