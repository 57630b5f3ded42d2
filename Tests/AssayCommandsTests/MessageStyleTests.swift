import Diagnostics
import Testing

@testable import AssayCommands

@Suite struct MessageStyleTests {
  private let problem = Diagnostic(
    .warning, .init("predictions.probability"), at: SourcePlace(path: "a.csv", line: 2, column: 5),
    found: "a warning of 1.7", expected: "0 to 1")

  @Test func colourMarksTheSeverityAndChangesNoWord() {
    let colored = MessageStyle(isColored: true).line(problem)
    #expect(colored == "a.csv:2:5: \u{1B}[1;33mwarning\u{1B}[0m: found a warning of 1.7; expected 0 to 1.")
    #expect(MessageStyle(isColored: false).line(problem) == problem.description)
  }

  @Test func coloursAreForTerminalsOfThoseWhoWantThem() {
    #expect(MessageStyle.isWanted(onTerminal: true, noColor: nil, term: "xterm"))
    #expect(MessageStyle.isWanted(onTerminal: true, noColor: "", term: "xterm"))
    #expect(!MessageStyle.isWanted(onTerminal: true, noColor: "1", term: "xterm"))
    #expect(!MessageStyle.isWanted(onTerminal: true, noColor: nil, term: "dumb"))
    #expect(!MessageStyle.isWanted(onTerminal: true, noColor: nil, term: nil))
    #expect(!MessageStyle.isWanted(onTerminal: false, noColor: nil, term: "xterm"))
  }
}
