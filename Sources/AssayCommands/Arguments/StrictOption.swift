import ArgumentParser
import Diagnostics

/// `--strict`, and the end of every command that reads input: the problems are shown, and decide the exit code.
struct StrictOption: ParsableArguments {
  @Flag(help: "Exit with code 1 if anything was wrong with the input (any warning).")
  var strict = false

  /// Writes the diagnostics and their number to standard error.
  ///
  /// - Returns: ``CommandExit/doneWithWarnings`` with `--strict` and any warning or error among them.
  func finish(with diagnostics: [Diagnostic], in context: CommandContext) -> CommandExit {
    context.writeDiagnostics(diagnostics)
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    if errors + warnings > 0 {
      context.writeProgress(Self.summary(errors: errors, warnings: warnings))
    }
    return strict && errors + warnings > 0 ? .doneWithWarnings : .done
  }

  private static func summary(errors: Int, warnings: Int) -> String {
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    return parts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }
}
