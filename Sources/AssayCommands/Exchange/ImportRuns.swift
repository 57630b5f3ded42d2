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
    help: ArgumentHelp("The registry's folder; made if it is not there.", valueName: "registry"),
    completion: .directory)
  var registry: String

  @OptionGroup var problems: DiagnosticOptions

  private static let tools = ImportTool.allCases.map(\.rawValue) + ["auto"]

  func run(in context: CommandContext) async throws -> CommandExit {
    let files = context.fileSystem
    let input = try await RemoteInput.tree(source, .everything, in: context)
    let target = try RemoteTarget.localPath(registry, for: "import", in: context)
    guard let tool = tool ?? ImportTool.recognised(at: input.path, fileSystem: files) else {
      throw CommandFailure(
        "\(VisibleText.escaping(source)): found nothing that a known tool wrote; expected what "
          + "\(ImportTool.allCases.map(\.rawValue).joined(separator: ", ")) write. Name the tool instead of auto."
      )
    }
    if self.tool == nil { context.writeProgress("\(VisibleText.escaping(source)): \(tool.title)") }
    let progress = ProgressLine(context)
    let place = tool.hasUniqueRunIDs ? nil : (try? files.resolve(input.path)) ?? input.path
    let (collection, result) = try Self.take(
      tool.source(at: input.path, fileSystem: files), from: place,
      into: Registry(path: target, fileSystem: files, cacheFolder: context.cacheFolder),
      createdAt: context.now(),
      progress)
    progress.clear()
    let exit = problems.finish(
      with: input.diagnostics + collection.diagnostics + result.diagnostics, in: context)
    context.writeProgress(Self.summary(result))
    for run in result.added + result.updated { try context.writeLine(run.path) }
    if collection.runs.isEmpty {
      throw CommandFailure("\(VisibleText.escaping(source)): no run can be read.")
    }
    if result.failed == collection.runs.count { throw CommandFailure("No run could be written.") }
    return exit
  }

  private static func take(
    _ source: any RunSource, from place: String?, into registry: Registry, createdAt: UTCTimestamp,
    _ progress: ProgressLine
  ) throws(CommandFailure) -> (RunCollection, RunIntake.Result) {
    do throws(SourceError) {
      let collection = try source.load()
      let result = try RunIntake(registry: registry).take(collection, from: place, createdAt: createdAt) {
        done, total in
        progress.show("Importing runs", done: done, total: total)
      }
      return (collection, result)
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func summary(_ result: RunIntake.Result) -> String {
    let counts = [
      (result.added.count, "added"), (result.updated.count, "updated"), (result.unchanged, "unchanged"),
      (result.failed, "failed"),
    ]
    let shown = counts.filter { $0.0 > 0 || $0.1 == "added" }
    return "runs: " + shown.map { "\(NumberText.integer($0.0)) \($0.1)" }.joined(separator: ", ")
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
