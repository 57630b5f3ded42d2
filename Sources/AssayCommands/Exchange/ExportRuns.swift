import ArgumentParser
import Diagnostics
import Markup
import ReportModel
import RunExchange
import RunModel
import RunRegistry
import SiteBuilder

/// `assay export`: runs into other tools' formats.
struct ExportRuns: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the runs of a registry, or of another tool’s tree, in a format that others read.",
    discussion: """
        assay export registry --format csv --out runs.csv
        assay export registry --experiment digits --format model-index
        assay export mlruns --format erm --out registry

      json         all that the runs hold, but for the bytes of artifacts
      csv, tsv     a line for each run: score, param_…, metric_…, run_result_metadata_…
      model-index  the metrics for Hugging Face model cards, recomputed where a run left predictions
      erm          a registry that experiment-results-manager opens, with all artifacts
      """)

  /// How the runs are written.
  enum Format: String, CaseIterable {
    case json, csv, tsv
    case modelIndex = "model-index"
    case erm
  }

  @Argument(
    help: ArgumentHelp("A registry, or what another tool wrote.", valueName: "registry"), completion: .file())
  var registry: String

  @Option(
    help: ArgumentHelp(
      "The format: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var format: Format

  @Option(
    help: ArgumentHelp(
      "The file, or for erm the folder, to write; standard output if absent.", valueName: "path"))
  var out: String?

  @Option(help: ArgumentHelp("Only the runs of this experiment.", valueName: "experiment"))
  var experiment: String?

  @Option(
    help: ArgumentHelp("The metric that is the score, where there is one of this name.", valueName: "metric"))
  var score: String?

  @OptionGroup var problems: DiagnosticOptions

  func validate() throws {
    if format == .erm, out == nil {
      throw ValidationError("--format erm needs --out: the registry's folder.")
    }
  }

  func run(in context: CommandContext) async throws -> CommandExit {
    let isTable = format == .csv || format == .tsv
    let input = try await RemoteInput.tree(registry, isTable ? .records : .everything, in: context)
    let choice = RunSourceChoice(input.path, in: context)
    choice.announce(registry, in: context)
    var collection = try choice.load()
    if let experiment { try Self.keep(experiment, in: &collection) }
    var diagnostics = input.diagnostics + collection.diagnostics
    let target = OutputTarget(path: out, inputs: [registry])
    switch format {
    case .json: try target.write(Array(RunsDocument(collection).json().utf8), in: context)
    case .csv: try target.write(table(collection, delimiter: ","), in: context)
    case .tsv: try target.write(table(collection, delimiter: "\t"), in: context)
    case .modelIndex:
      let index = try modelIndex(collection, &diagnostics, in: context)
      try target.write(Array(index.yaml.utf8), in: context)
    case .erm: diagnostics += try writeRegistry(collection, in: context)
    }
    return problems.finish(with: diagnostics, in: context)
  }

  private static func keep(_ experiment: String, in collection: inout RunCollection) throws(CommandFailure) {
    let names = Set(collection.runs.map(\.id.experiment)).sorted().map(\.text)
    collection.runs.removeAll { $0.id.experiment != ExactString(experiment) }
    guard collection.runs.isEmpty else { return }
    throw CommandFailure("there is no such experiment: \(ChoiceArgument.unknown(experiment, among: names))")
  }

  private func table(_ collection: RunCollection, delimiter: Unicode.Scalar) -> [UInt8] {
    let table = RunTable(runs: collection.runs) { run in
      score.flatMap { run.metrics[ExactString($0)] } ?? (score == nil ? run.metrics["score"] : nil)
    }
    return table.csv(delimiter: delimiter)
  }

  /// What the model cards say: numbers from the predictions where there are any, else as logged.
  private func modelIndex(
    _ collection: RunCollection, _ diagnostics: inout [Diagnostic], in context: CommandContext
  ) throws(CommandFailure) -> ModelIndex {
    let configuration = try RunConfigurationOption.read(for: registry, from: context.fileSystem).report
    let evaluator = RunEvaluator(files: context.fileSystem, root: "")
    var entries: [ModelIndex.Entry] = []
    for run in collection.runs {
      let evaluated = evaluator.evaluate(run, configuration: configuration.experiment(run.id.experiment))
      diagnostics += evaluated.diagnostics
      entries.append(ModelIndexEntry.entry(of: evaluated))
    }
    return ModelIndex(entries)
  }

  private func writeRegistry(
    _ collection: RunCollection, in context: CommandContext
  ) throws(CommandFailure) -> [Diagnostic] {
    guard let out else { return [] }
    do {
      let target = Registry(path: out, fileSystem: context.fileSystem)
      let result = try RunIntake(registry: target).take(collection, createdAt: context.now())
      try context.writeLine(out)
      return result.diagnostics
    } catch {
      throw CommandFailure("\(error)")
    }
  }
}
