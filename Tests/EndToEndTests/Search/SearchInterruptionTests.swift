import Foundation
import RunModel
import RunRegistry
import TestSupport
import Testing

/// `assay search` on a terminal, and how it is stopped there.
@Suite struct SearchInterruptionTests: SearchSuite {
  let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
  }

  @Test func sigtermStopsAsCtrlCDoes() throws {
    try begin("echo $$ > pid; exec sleep 1000", "trials: 1\n")
    let process = try start("search", search)
    wait { FileManager.default.fileExists(atPath: scratch.path + "/pid") }
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(try Command.assay("jobs", "list", queue).output.contains("0001  QUEUED"))
    let pid = try #require(
      Int32(try String(contentsOfFile: scratch.path + "/pid", encoding: .utf8).dropLast()))
    #expect(kill(pid, 0) != 0)
  }

  private func onTerminal(_ text: String, presses: Int, columns: Int = 80, _ command: String...) throws
    -> String
  {
    let script = Fixture.path("search/ctrl_c.py")
    let result = try Command.run(
      "python3", [script, text, String(presses), String(columns), Command.assayPath] + command)
    return result.output
  }

  @Test func ctrlCStopsCleanlyAndTheSearchGoesOn() throws {
    try begin("echo epoch one; trap 'exit 1' TERM; sleep 1000 & wait", "trials: 2\nworkers: 2\n")
    let shown = try onTerminal(
      "epoch one", presses: 1, columns: 400, "search", search, "--queue", scratch.path + "/q 1")
    #expect(shown.hasSuffix("exit 130\n"), "\(shown)")
    #expect(shown.contains("Stopping: running programs are ended, their jobs are queued again."))
    // What was given is given again, as a shell takes it.
    #expect(shown.contains("To go on: assay search \(search) --queue '\(scratch.path)/q 1'"), "\(shown)")
    let queue = scratch.path + "/q 1"
    let jobs = try Command.assay("jobs", "list", queue).output
    #expect(jobs.contains("0001  QUEUED") && !jobs.contains("0001  RUNNING"))
    try begin(Self.report, "trials: 2\nworkers: 2\n")
    #expect(try Command.assay("search", search, "--queue", queue).exitCode == 0)
    #expect(try registry.load().runs.count == 2)
  }

  @Test func ctrlCTwiceEndsEverythingAtOnce() throws {
    try begin("echo $$ > pid; echo epoch one; trap '' TERM INT; while :; do sleep 0.1; done", "trials: 1\n")
    let shown = try onTerminal("epoch one", presses: 2, "search", search)
    #expect(shown.hasSuffix("exit 130\n"), "\(shown)")
    let pid = try #require(
      Int32(try String(contentsOfFile: scratch.path + "/pid", encoding: .utf8).dropLast()))
    let deadline = Date().addingTimeInterval(30)
    while kill(pid, 0) == 0, Date() < deadline { usleep(20_000) }
    #expect(kill(pid, 0) != 0, "the program is gone")
  }

  @Test func theBlockFitsANarrowTerminalAndShowsNoControlCharacters() throws {
    try begin(
      "printf 'evil \\033]0;title\\007 \\033[2J long long long long long long\\n'; sleep 0.6\n" + Self.report,
      "trials: 2\nworkers: 2\n")
    let shown = try onTerminal("never", presses: 0, columns: 40, "search", search)
    #expect(shown.hasSuffix("exit 0\n"), "\(shown)")
    #expect(shown.contains("| evil") || shown.contains("evil \\u{1B}"))
    #expect(!shown.contains("\u{1B}]0;") && !shown.contains("\u{1B}[2J"))
    #expect(shown.contains("\u{1B}[J"), "it is redrawn")
    let block = shown.components(separatedBy: "\u{1B}[J").dropFirst().first ?? ""
    for line in block.split(whereSeparator: \.isNewline) where line.hasPrefix("demo:") || line.contains("|") {
      #expect(line.count <= 40, "\(line)")
    }
  }
}
