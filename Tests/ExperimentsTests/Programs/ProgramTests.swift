import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Experiments

@Suite struct ProgramTests {
  @Test func timesThatCannotBeAreRefused() async {
    for seconds in [Double.nan, .infinity, 1e20, -1] {
      for program in [Program(["true"], timeLimit: seconds), Program(["true"], grace: seconds)] {
        guard case .notStarted(let why) = await program.run().ending else {
          return #expect(Bool(false), "\(seconds) was taken")
        }
        #expect(why.contains("seconds cannot be: expected are 0 to"))
      }
    }
  }

  private func shell(_ script: String, timeLimit: Double? = 30, grace: Double = 5) -> Program {
    Program(["sh", "-c", script], timeLimit: timeLimit, grace: grace)
  }

  @Test func linesOfEachStreamComeInTheirOrder() async {
    let lines = Mutex<[ProgramLine]>([])
    let outcome = await shell("echo one; echo two >&2; echo three >&2; printf four").run { line in
      lines.withLock { $0.append(line) }
    }
    #expect(outcome.ending == .exited(0))
    let seen = lines.withLock { $0 }
    #expect(seen.filter { $0.stream == .output }.map(\.text) == ["one", "four"])
    #expect(seen.filter { $0.stream == .error }.map(\.text) == ["two", "three"])
    // Of the two streams, the log has what came first first.
    #expect(outcome.log.text == seen.map { $0.text + "\n" }.joined())
    #expect(outcome.errors.text == "two\nthree\n")
  }

  @Test func theEndingIsTold() async {
    let example = await Program(["sh", "-c", "echo begun; exit 3"], folder: "/", timeLimit: 600).run()
    #expect(example.ending == .exited(3) && example.log.text == "begun\n")
    #expect(await shell("exit 3").run().ending == .exited(3))
    #expect(await shell("kill -SEGV $$").run().ending == .signalled(11))
    let absent = await Program(["no-such-program-anywhere"]).run()
    #expect(absent.ending == .notStarted("The program “no-such-program-anywhere” is not on PATH."))
    let path = await Program(["./no-such-program"], folder: "/tmp").run()
    #expect(path.ending == .notStarted("The program “./no-such-program” is not there or may not be run."))
    #expect(
      await Program(["true"], folder: "/no/such/folder").run().ending.description.contains("/no/such/folder"))
    for hopeless in [
      Program([]), Program([""]), Program(["echo", "a\0b"]), Program(["true"], variables: ["A=": ""]),
    ] {
      guard case .notStarted = await hopeless.run().ending else {
        Issue.record("\(hopeless) ran")
        continue
      }
    }
  }

  @Test func whatIsWithheldDoesNotReachTheProgram() async throws {
    var program = shell("echo ${HOME-none}; echo ${PATH:+there}")
    program.withheld = ["HOME"]
    let outcome = await program.run()
    #expect(outcome.log.text == "none\nthere\n")
    program.variables = ["HOME": "given"]
    #expect(await program.run().log.text == "given\nthere\n")
  }

  @Test func folderVariablesAndInputReachTheProgram() async throws {
    let scratch = try TemporaryDirectory()
    var program = shell("pwd -P; echo \"$ASSAY_TEST_WORD\"; cat")
    program.folder = scratch.path
    program.variables = ["ASSAY_TEST_WORD": "a b\tc"]
    program.input = Array("given".utf8)
    let outcome = await program.run()
    let folder = URL(fileURLWithPath: scratch.path).resolvingSymlinksInPath().path
    #expect(outcome.log.text == "\(folder)\na b\tc\ngiven\n")
    _ = try scratch.writeProgram("#!/bin/sh\necho here\n", to: "tool.sh")
    #expect(await Program(["./tool.sh"], folder: scratch.path).run().log.text == "here\n")
  }

  @Test func muchInputThatNobodyReadsIsNoProblem() async {
    var program = shell("exit 0")
    program.input = [UInt8](repeating: 0x61, count: 4 << 20)
    #expect(await program.run().ending == .exited(0))
  }

  @Test func theTimeLimitEndsTheProgramAndItsChildren() async throws {
    let scratch = try TemporaryDirectory()
    let marker = scratch.path + "/alive"
    // Both shells ignore SIGTERM, the child writes as long as it lives.
    let script = """
      trap '' TERM
      (trap '' TERM; while true; do date +%s%N > \(marker); sleep 0.05; done) &
      echo begun
      while true; do sleep 0.05; done
      """
    let outcome = await shell(script, timeLimit: 0.5, grace: 0.3).run()
    #expect(outcome.ending == .timedOut(seconds: 0.5))
    #expect(outcome.log.text.hasPrefix("begun\n"))
    let last = try String(contentsOfFile: marker, encoding: .utf8)
    try await Task.sleep(for: .milliseconds(400))
    #expect(try String(contentsOfFile: marker, encoding: .utf8) == last)
  }

  @Test func aProgramThatIsAskedToEndMayTidyUp() async {
    let outcome = await shell(
      "trap 'echo tidied; exit 0' TERM; echo begun; while true; do sleep 0.05; done", timeLimit: 0.5
    )
    .run()
    #expect(outcome.ending == .timedOut(seconds: 0.5))
    #expect(outcome.log.text.hasPrefix("begun\n") && outcome.log.text.hasSuffix("tidied\n"))
  }

  @Test func cancellingEndsTheProgram() async {
    let begun = AsyncStream<Void>.makeStream()
    let task = Task {
      await shell("echo begun; exec sleep 1000", timeLimit: nil).run { _ in begun.continuation.yield() }
    }
    for await _ in begun.stream { break }
    task.cancel()
    #expect(await task.value.ending == .cancelled)
    let early = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await shell("echo never").run()
    }
    #expect(
      await early.value == ProgramOutcome(ending: .cancelled, log: ProgramLog(), errors: early.value.errors))
  }

  @Test func aChildThatKeepsThePipeOpenDoesNotKeepUsWaiting() async {
    #expect(await shell("sleep 1000 & echo over").run().log.text == "over\n")
    // In a session of its own it is not ended, but not waited for either.
    let escaped = await shell("setsid sh -c 'sleep 5' & sleep 0.1; echo over", timeLimit: nil).run()
    #expect(escaped.ending == .exited(0))
    #expect(escaped.log.text == "over\n")
  }

  @Test func endlessOutputIsBoundedAndCutInTheMiddle() async {
    let outcome = await shell("yes 0123456789 | head -n 400000; echo last").run()
    #expect(outcome.ending == .exited(0))
    #expect(outcome.log.bytes.count < 1_100_000)
    #expect(outcome.log.linesLeftOut > 200_000)
    #expect(outcome.log.text.hasSuffix("0123456789\nlast\n"))
    #expect(outcome.log.text.contains("left out …]"))
    let endless = await shell("yes", timeLimit: 0.5).run()
    #expect(endless.ending == .timedOut(seconds: 0.5))
  }

  @Test func aLineWithoutEndCostsNoMoreThanTheLimit() async {
    let outcome = await shell("head -c 200000000 /dev/zero; echo; echo after", timeLimit: 60).run()
    #expect(outcome.ending == .exited(0))
    #expect(outcome.log.bytesLeftOut == 200_000_000 - (64 << 10))
    #expect(outcome.log.text.hasSuffix("bytes left out …]\nafter\n"))
  }

  @Test func bytesThatAreNoTextBecomeReplacementCharacters() async {
    let outcome = await shell(#"printf '\377\376ok\n'"#).run()
    #expect(outcome.log.text == "\u{FFFD}\u{FFFD}ok\n")
  }
}
