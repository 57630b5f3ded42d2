import ArgumentParser
import Diagnostics

/// `--strict` and `--verbose`, and the end of every command that reads input: the problems are shown, and decide
/// the exit code.
struct DiagnosticOptions: ParsableArguments {
  @Flag(help: "Exit with code 1 if anything was wrong with the input (any warning).")
  var strict = false

  @Flag(name: .shortAndLong, help: "Show every note, not only the first ones of each kind.")
  var verbose = false

  /// How many notes of one kind are shown; warnings and errors all are.
  private static let noteLimit = 3

  /// Writes the diagnostics and their number to standard error.
  ///
  /// - Returns: ``CommandExit/doneWithWarnings`` with `--strict` and any warning or error among them.
  func finish(with diagnostics: [Diagnostic], in context: CommandContext) -> CommandExit {
    let shown = verbose ? diagnostics : Self.withoutManyNotes(diagnostics)
    context.writeDiagnostics(shown)
    let hidden = diagnostics.count - shown.count
    if hidden > 0 { context.writeProgress("\(Self.count(hidden, "more note")); --verbose shows all") }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    if !counts.isEmpty {
      context.writeProgress(counts.map { Self.count($0.0, $0.1) }.joined(separator: ", "))
    }
    return strict && !counts.isEmpty ? .doneWithWarnings : .done
  }

  private static func withoutManyNotes(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var counts: [Diagnostic.Kind: Int] = [:]
    return diagnostics.filter { diagnostic in
      guard diagnostic.severity == .note else { return true }
      counts[diagnostic.kind, default: 0] += 1
      return counts[diagnostic.kind, default: 0] <= noteLimit
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
