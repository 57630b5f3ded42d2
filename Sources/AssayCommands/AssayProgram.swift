package import ArgumentParser
import Diagnostics
import SiteBuilder

/// The command `assay`: the root of the subcommands, and the way from arguments to an exit code.
package struct AssayProgram: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "Turns experiment runs of classifiers into evidence: recomputed, drawn, published.",
    discussion: """
      A registry of runs becomes a static site, a run or a prediction file a single page:

        assay build registry --out public
        assay report predictions.csv --out report.html
        assay evaluate predictions.csv

      Results go to standard output, progress and problems to standard error.
      Exit codes: 0 done; 1 with --strict and any warning; 2 nothing could be done; 64 wrong usage; 130 interrupted.
      """,
    version: AssayVersion.current,
    subcommands: [
      BuildSite.self, ReportRun.self, CompareRuns.self, Evaluate.self, LogRun.self, ListRuns.self,
      ShowRun.self, TagRuns.self, DeleteRuns.self, ImportRuns.self, ExportRuns.self,
      PublishSite.self, ShowSchema.self, RunSearch.self, RunWorker.self, JobCommands.self,
    ])

  package init() {}

  /// Runs what `arguments` (without the program's own name) ask for.
  ///
  /// - Parameters:
  ///   - arguments: The words after the program's name.
  ///   - context: The files, streams and clock that the command uses.
  /// - Returns: The exit code: 0, 1, 2 or 64.
  package static func run(_ arguments: [String], in context: CommandContext) async -> Int32 {
    if let message = unknownCommand(arguments) {
      context.writeError("Error: \(message)\n  See 'assay --help' for more information.\n")
      return ExitCode.validationFailure.rawValue
    }
    let command: any ParsableCommand
    do {
      command = try parseAsRoot(arguments)
    } catch {
      return explain(error, in: context)
    }
    guard let command = command as? any AssayCommand else {
      return runBuiltIn(command, in: context)
    }
    do {
      return try await command.run(in: context).rawValue
    } catch let failure as CommandFailure {
      context.writeDiagnostics(failure.diagnostics)
      context.writeMessage(failure.description, severity: .error)
      return CommandExit.nothingDone.rawValue
    } catch let usage as ValidationError {
      context.writeError("Error: \(usage.message)\n\(usageString(for: type(of: command)))\n")
      return ExitCode.validationFailure.rawValue
    } catch {
      context.writeMessage("\(error)", severity: .error)
      return CommandExit.nothingDone.rawValue
    }
  }

  /// That the first argument names no command, with the near one; nil if it does, or is an option.
  private static func unknownCommand(_ arguments: [String]) -> String? {
    guard let name = arguments.first, !name.hasPrefix("-") else { return nil }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    return names.contains(name) ? nil : "the command " + ChoiceArgument.unknown(name, among: names)
  }

  /// Runs a command of the argument parser's own: help, and the program itself without a subcommand.
  private static func runBuiltIn(_ command: any ParsableCommand, in context: CommandContext) -> Int32 {
    var command = command
    do {
      try command.run()
      return ExitCode.success.rawValue
    } catch {
      return explain(error, in: context)
    }
  }

  /// Says what the argument parser has to say: help and version as a result, wrong usage as a message.
  private static func explain(_ error: any Error, in context: CommandContext) -> Int32 {
    let code = exitCode(for: error)
    let text = fullMessage(for: error) + "\n"
    guard code.isSuccess else {
      context.writeError(text)
      return code.rawValue
    }
    do {
      try context.writeOutput(Array(text.utf8))
      return code.rawValue
    } catch {
      context.writeMessage("\(error)", severity: .error)
      return CommandExit.nothingDone.rawValue
    }
  }
}
