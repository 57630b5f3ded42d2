import ArgumentParser
import Diagnostics
import RunModel
import RunRegistry

/// How a run that `assay log` writes has ended.
struct RunOutcomeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How it ended: \(RunStatus.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "status"),
    completion: .list(RunStatus.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var status: RunStatus?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The error that ended it: a file with the trace, or the text itself. It implies --status failed.",
      valueName: "file|text"))
  var error: String?

  /// Sets what was given.
  ///
  /// - Throws: ``CommandFailure`` if `--error` names a file that cannot be read.
  func add(to draft: inout ExperimentRun, from fileSystem: FileSystem) throws(CommandFailure) {
    if let error {
      let isFile = (try? fileSystem.attributes(error))?.kind == .file
      draft.run.error = isFile ? try TextFile(path: error).text(from: fileSystem) : error
      draft.run.status = .failed
    }
    if let status { draft.run.status = status }
  }
}
