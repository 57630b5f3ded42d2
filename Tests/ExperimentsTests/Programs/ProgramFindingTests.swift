import Experiments
import TestSupport
import Testing

@Suite struct ProgramFindingTests {
  @Test func whatCannotBeStartedIsToldBefore() async throws {
    let scratch = try TemporaryDirectory()
    _ = try scratch.writeProgram("#!/bin/sh\n", to: "folder/tool")
    try scratch.write("text", to: "folder/data")
    func obstacle(_ word: String, path: String? = nil) -> String? {
      Program(
        [word, "%h"], folder: scratch.path + "/folder", variables: path.map { ["PATH": $0] } ?? [:]
      ).obstacle
    }
    #expect(obstacle("sh") == nil && obstacle("./tool") == nil && obstacle("/bin/sh") == nil)
    #expect(obstacle("tool", path: scratch.path + "/folder") == nil)
    #expect(obstacle("no-such-program") == "The program “no-such-program” is not on PATH.")
    #expect(obstacle("sh", path: scratch.path) == "The program “sh” is not on PATH.")
    #expect(obstacle("./data") == "The program “./data” is not there or may not be run.")
    #expect(obstacle("../folder") == "The program “../folder” is not there or may not be run.")
    #expect(Program(["sh"], folder: scratch.path + "/absent").obstacle?.contains("absent") == true)
    // What is told before is what happens.
    let outcome = await Program(["./data"], folder: scratch.path + "/folder").run()
    #expect(outcome.ending == .notStarted("The program “./data” is not there or may not be run."))
  }
}
