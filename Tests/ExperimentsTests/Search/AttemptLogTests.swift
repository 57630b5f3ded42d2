import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Experiments

@Suite struct AttemptLogTests {
  @Test func theTailIsWholeLines() throws {
    let scratch = try TemporaryDirectory()
    let log = AttemptLog(in: scratch.path)
    #expect(AttemptLog.tail(in: scratch.path, fileSystem: .disk) == nil)
    for number in 1...9 { log.add(ProgramLine(stream: .error, text: "line \(number)")) }
    #expect(AttemptLog.tail(in: scratch.path, bytes: 20, fileSystem: .disk) == "line 8\nline 9")
    #expect(AttemptLog.tail(in: scratch.path, fileSystem: .disk)?.hasPrefix("line 1\nline 2\n") == true)
    AttemptLog.remove(from: scratch.path, fileSystem: .disk)
    #expect(AttemptLog.tail(in: scratch.path, fileSystem: .disk) == nil)
  }

  @Test func aLinkIsNeitherWrittenNorRead() throws {
    let scratch = try TemporaryDirectory()
    let other = try scratch.write("secret", to: "other.txt")
    #expect(symlink(other, scratch.path + "/log.txt") == 0)
    AttemptLog(in: scratch.path).add(ProgramLine(stream: .output, text: "x"))
    #expect(AttemptLog.tail(in: scratch.path, fileSystem: .disk) == nil)
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "secret")
  }
}
