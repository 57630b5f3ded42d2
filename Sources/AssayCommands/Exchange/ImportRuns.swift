import ArgumentParser
import Diagnostics
import Markup
import RunExchange
import RunModel
import RunRegistry

/// `assay import`: another tool's logs into a registry.
struct ImportRuns: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the runs that another tool logged into a registry.",
    discussion: """
        assay import mlflow mlruns registry
        assay import auto experiments/ registry

      What is there already and has not changed is left alone, so an import can be repeated, and one that was cut short
      goes on. A run that cannot be read or written does not stop the others. Nothing is written to the source, no
      pickle is opened and nothing is constructed from YAML.
      """)

  @Argument(
    help: ArgumentHelp(
      "The tool: \(Self.tools.joined(separator: ", ")); auto recognises it.", valueName: "tool"),
    completion: .list(Self.tools), transform: Self.readTool)
  var tool: ImportTool?

  @Argument(
    help: ArgumentHelp("What the tool wrote: a folder or a file.", valueName: "source"), completion: .file())
  var source: String

  @Argument(
    help: ArgumentHelp(
      "The registry's folder or address; made if it is not there.", valueName: "registry"),
    completion: .directory)
  var registry: String

  @OptionGroup var problems: DiagnosticOptions

  private static let tools = ImportTool.allCases.map(\.rawValue) + ["auto"]

  func run(in context: CommandContext) async throws -> CommandExit {
    let files = context.fileSystem
    let input = try await RemoteInput.tree(source, .everything, in: context)
    let target = try await ImportTarget(registry, in: context)
    let found = tool.map { [$0] } ?? ImportTool.allRecognised(at: input.path, fileSystem: files)
    guard !found.isEmpty else {
      throw CommandFailure(
        "\(VisibleText.escaping(source)): found nothing that a known tool wrote; expected what "
          + "\(ImportTool.allCases.map(\.rawValue).joined(separator: ", ")) write. Name the tool instead of auto."
      )
    }
    var total = Import()
    total.diagnostics = input.diagnostics
    let place = (try? files.resolve(input.path)) ?? input.path
    for tool in found {
      if self.tool == nil { context.writeProgress("\(VisibleText.escaping(source)): \(tool.title)") }
      do throws(CommandFailure) {
        try await total.take(
          tool.source(at: input.path, fileSystem: files), from: tool.hasUniqueRunIDs ? nil : place,
          into: target,
          in: context)
      } catch {
        // One tool's files that cannot be read do not hide those of another.
        guard found.count > 1 else { throw error }
        context.writeDiagnostics(error.diagnostics)
        context.writeMessage(error.description, severity: .warning)
      }
    }
    let exit = problems.finish(with: total.diagnostics, in: context)
    context.writeProgress(total.result.summary)
    for run in total.result.added + total.result.updated { try context.writeLine(run.path) }
    if total.runCount == 0 { throw CommandFailure("\(VisibleText.escaping(source)): no run can be read.") }
    if total.result.failed == total.runCount { throw CommandFailure("No run could be written.") }
    return exit
  }

  @Sendable
  private static func readTool(_ word: String) throws -> ImportTool? {
    if word == "auto" { return nil }
    guard let tool = ImportTool(rawValue: word) else {
      throw ValidationError(ChoiceArgument.unknown(word, among: tools))
    }
    return tool
  }
}

/// What was imported so far, of one tool or of several.
private struct Import {
  var result = RunIntake.Result()
  var runCount = 0
  var diagnostics: [Diagnostic] = []

  /// Takes in all runs of a source.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read, or the registry is none.
  mutating func take(
    _ source: any RunSource, from place: String?, into target: ImportTarget, in context: CommandContext
  ) async throws(CommandFailure) {
    let collection: RunCollection
    do throws(SourceError) {
      collection = try source.load()
    } catch {
      throw CommandFailure(error)
    }
    let taken = try await target.take(collection, from: place, in: context)
    runCount += collection.runs.count
    diagnostics += collection.diagnostics + taken.diagnostics
    result.added += taken.added
    result.updated += taken.updated
    result.unchanged += taken.unchanged
    result.failed += taken.failed
  }
}

extension RunIntake.Result {
  /// How many runs were added, updated, left alone and not written, on one line.
  fileprivate var summary: String {
    let counts = [
      (added.count, "added"), (updated.count, "updated"), (unchanged, "unchanged"), (failed, "failed"),
    ]
    let shown = counts.filter { $0.0 > 0 || $0.1 == "added" }
    return "runs: " + shown.map { "\(NumberText.integer($0.0)) \($0.1)" }.joined(separator: ", ")
  }
}
