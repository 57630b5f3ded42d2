package import ArgumentParser

/// A subcommand of ``AssayProgram``.
///
/// It conforms to `ParsableCommand` for its arguments only: it is run by ``AssayProgram/run(_:in:)``, which gives it
/// the world it may use and turns what it throws into messages and exit codes.
package protocol AssayCommand: ParsableCommand {
  /// Does what the arguments ask for.
  ///
  /// - Returns: How it ended.
  /// - Throws: ``CommandFailure`` when nothing could be done, `ValidationError` for arguments that turn out to be
  ///   wrong only now.
  func run(in context: CommandContext) async throws -> CommandExit
}

/// How a command ended, by its exit code.
package enum CommandExit: Int32, Sendable {
  /// It did what it was asked for.
  case done = 0
  /// It did, but something was wrong with the input, and `--strict` was given.
  case doneWithWarnings = 1
  /// Nothing could be done, or the result could not be written whole.
  case nothingDone = 2
  /// It was asked to stop before its work was over, by Ctrl-C or SIGTERM.
  case interrupted = 130
}
