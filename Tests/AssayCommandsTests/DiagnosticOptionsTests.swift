import ArgumentParser
import Diagnostics
import Synchronization
import TestSupport
import Testing

@testable import AssayCommands

@Suite struct DiagnosticOptionsTests {
  private func finish(_ arguments: [String], _ diagnostics: [Diagnostic]) throws -> (CommandExit, [String]) {
    let written = Log()
    let context = CommandContext(
      fileSystem: .inMemory([:]), writeOutput: { _ in },
      writeError: { text in written.text.withLock { $0 += text } },
      now: { CommandSession.now })
    let exit = try DiagnosticOptions.parse(arguments).finish(with: diagnostics, in: context)
    return (exit, written.text.withLock { $0 }.split(separator: "\n").map(String.init))
  }

  private final class Log: Sendable {
    let text = Mutex("")
  }

  private func problems(_ severity: Diagnostic.Severity, _ count: Int) -> [Diagnostic] {
    (0..<count).map { Diagnostic(severity, .init("a.b"), at: nil, found: "number \($0)") }
  }

  @Test func ofManyNotesTheFirstAreShownAndTheOthersCounted() throws {
    let (exit, lines) = try finish(["--strict"], problems(.note, 5))
    #expect(exit == .done)
    #expect(
      lines == [
        "note: found number 0.", "note: found number 1.", "note: found number 2.",
        "2 more notes; --verbose shows all",
      ])
    #expect(try finish(["--verbose"], problems(.note, 5)).1.count == 5)
  }

  @Test func everyWarningIsShownAndCounted() throws {
    let (exit, lines) = try finish([], problems(.warning, 5) + problems(.error, 1))
    #expect(exit == .done)
    #expect(lines.count == 7)
    #expect(lines.last == "1 error, 5 warnings")
    #expect(try finish(["--strict"], problems(.warning, 1)).0 == .doneWithWarnings)
    #expect(try finish(["--strict"], problems(.error, 1)).0 == .doneWithWarnings)
    #expect(try finish(["--strict"], []).1.isEmpty)
  }
}
