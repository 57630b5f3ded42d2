import Foundation
import TestSupport
import Testing

@Suite("Programs that tests write")
struct TemporaryDirectoryProgramTests {
  @Test func aProgramCanBeRunWhileOthersAreWrittenAndRun() async throws {
    let scratch = try TemporaryDirectory()
    try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<40 {
        group.addTask {
          let program = try scratch.writeProgram("#!/bin/sh\necho \(number)\n", to: "folder/\(number).sh")
          return try Command.run(program).output
        }
      }
      var outputs: [String] = []
      for try await output in group { outputs.append(output) }
      #expect(outputs.sorted() == (0..<40).map { "\($0)\n" }.sorted())
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/folder").count == 40)
  }
}
