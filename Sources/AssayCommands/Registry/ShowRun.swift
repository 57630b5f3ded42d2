import ArgumentParser
import Diagnostics
import RunExchange
import RunModel
import RunRegistry

/// `assay show`: all that one run holds.
struct ShowRun: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that one run holds.",
    discussion: """
        assay show registry/digits/forest/2026_03_02__09_10_07
        assay show registry/digits/forest --format json

      The folder of a variant means its latest run, that of an experiment the latest run of main.
      """)

  /// How the run is written.
  enum Format: String, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("A run's folder.", valueName: "run"), completion: .directory)
  var run: String

  @Option(
    help: ArgumentHelp("How it is written: text (if absent) or json.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var format = Format.text

  @OptionGroup var problems: DiagnosticOptions

  func run(in context: CommandContext) async throws -> CommandExit {
    let input = try await RemoteInput.run(run, in: context)
    let loaded = try Self.load(input.path, from: context.fileSystem)
    switch format {
    case .text: try context.writeOutput(Array(RunText(loaded.run).text.utf8))
    case .json: try context.writeOutput(Array((RunDocument(loaded.run).json() + "\n").utf8))
    }
    return problems.finish(with: loaded.diagnostics, in: context)
  }

  private static func load(_ path: String, from fileSystem: FileSystem) throws(CommandFailure) -> LoadedRun {
    do throws(SourceError) {
      return try Registry.run(at: path, fileSystem: fileSystem)
    } catch {
      throw CommandFailure(error)
    }
  }
}
