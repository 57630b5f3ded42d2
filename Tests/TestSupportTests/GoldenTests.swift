import Foundation
import Testing

@testable import TestSupport

@Suite struct GoldenTests {
  @Test func aDifferenceIsReportedWithItsLineAndLeftBeside() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("one\ntwo\n", to: "a.txt")
    #expect(Golden.compare(Array("one\ntwo\n".utf8), with: path, isRecording: false) == nil)
    let message = Golden.compare(Array("one\n2\n".utf8), with: path, isRecording: false)
    #expect(message == "line 2 differs\n  golden: two\n  actual: 2\n ; see a.txt.actual")
    #expect(try String(contentsOfFile: path + ".actual", encoding: .utf8) == "one\n2\n")
    _ = Golden.compare(Array("one\ntwo\n".utf8), with: path, isRecording: false)
    #expect(!FileManager.default.fileExists(atPath: path + ".actual"))
  }

  @Test func recordingWritesTheFileAndStillFails() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/new/b.txt"
    #expect(
      Golden.compare(Array("b".utf8), with: path, isRecording: false)?.contains("RECORD_GOLDENS") == true)
    #expect(Golden.compare(Array("b".utf8), with: path, isRecording: true) != nil)
    #expect(Golden.compare(Array("b".utf8), with: path, isRecording: false) == nil)
  }
}
