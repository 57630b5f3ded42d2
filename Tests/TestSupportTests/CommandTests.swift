import TestSupport
import Testing

@Suite struct CommandTests {
  @Test func outputErrorsExitCodeAndInputComeThrough() throws {
    let result = try Command.run(
      "sh", ["-c", "cat; echo $WORD >&2; exit 3"], environment: ["WORD": "seen"], input: "given")
    #expect(result.output == "given")
    #expect(result.errorOutput == "seen\n")
    #expect(result.exitCode == 3)
    #expect(!result.timedOut)
  }

  @Test func aProgramThatTakesTooLongIsEnded() throws {
    let result = try Command.run("sleep", ["30"], timeout: 0.2)
    #expect(result.timedOut)
    #expect(result.exitCode == 128 + 9)
  }

  @Test func muchOutputDoesNotBlock() throws {
    let result = try Command.run("sh", ["-c", "head -c 3000000 /dev/zero"])
    #expect(result.outputBytes.count == 3_000_000)
  }

  @Test func aMissingProgramIsNamed() {
    #expect(throws: Command.NotFound.self) { try Command.run("no-such-program-here") }
  }
}
