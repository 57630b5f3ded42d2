import ArgumentParser
import Diagnostics
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
      Differences are candidate − baseline.
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
    let configuration = try configuration.read(for: baseline, from: context.fileSystem)
    var entries: [EvaluatedRun] = []
    for input in RunInput.all(at: [baseline] + runs, fileSystem: context.fileSystem) {
      let entry = try input.evaluated(configuration.report)
      if entries.contains(where: { $0.run.id == entry.run.id }) {
        throw CommandFailure(
          "\(VisibleText.escaping(input.path)): found the run \(VisibleText.quoting(entry.run.id.description)) "
            + "once more; expected runs with ids of their own.")
      }
      entries.append(entry)
    }
    let bytes = try bytes(of: entries, configuration.report, in: context)
    let target = format == .html ? out ?? "comparison.html" : out
    try OutputTarget(path: target, inputs: [baseline] + runs).write(bytes, in: context)
    return problems.finish(with: entries.flatMap(\.diagnostics), in: context)
  }

  private func bytes(
    of entries: [EvaluatedRun], _ configuration: ReportConfiguration, in context: CommandContext
  ) throws(CommandFailure) -> [UInt8] {
    switch format {
    case .html:
      do {
        return try SingleFileReport(configuration: configuration, fileSystem: context.fileSystem)
          .comparison(of: entries).bytes
      } catch {
        throw CommandFailure(error)
      }
    case .markdown: return Array(ComparisonTable(entries).markdown.utf8)
    case .json: return ComparisonTable(entries).json
    }
  }
}
