import ArgumentParser
import Diagnostics
import SiteBuilder

/// `assay report`: one run into one file.
struct ReportRun: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write one run as a single page that loads nothing.",
    discussion: """
        assay report registry/digits/forest --out forest.html
        assay report predictions.csv

      The folder of a variant means its latest run, that of an experiment the latest run of main.
      """)

  @Argument(
    help: ArgumentHelp("A run's folder, or a prediction file.", valueName: "run"), completion: .file())
  var run: String

  @Option(
    help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file(extensions: ["html"]))
  var out = "report.html"

  @OptionGroup var configuration: RunConfigurationOption
  @OptionGroup var problems: DiagnosticOptions

  func run(in context: CommandContext) async throws -> CommandExit {
    let configuration = try configuration.read(for: run, from: context.fileSystem)
    let input = try await RemoteInput.run(run, in: context)
    let entry = try RunInput(path: input.path, fileSystem: context.fileSystem).evaluated(configuration.report)
    let document: SingleFileReport.Document
    do {
      let report = try SingleFileReport(configuration: configuration.report, fileSystem: context.fileSystem)
      document = report.page(of: entry)
    } catch {
      throw CommandFailure(error)
    }
    try OutputTarget(path: out, inputs: [run]).write(document.bytes, in: context)
    return problems.finish(with: document.diagnostics, in: context)
  }
}
