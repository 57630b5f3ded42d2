import Diagnostics
import Foundation
import RunModel
import TestSupport
import Testing

@testable import Experiments

@Suite struct JobResultsTests {
  private func read(_ printed: ResultsBlock.Finding, file: String? = nil) throws -> [ExactString: Scalar] {
    let files: FileSystem = .inMemory(
      bytes: file.map { ["run/results.json": Array($0.utf8)] } ?? ["run/x": []])
    return try JobResults.read(printed, folder: "run", fileSystem: files)
  }

  @Test func numbersKeepTheirTextAndAnyValueIsTaken() throws {
    let values = try read(
      .text(#"{"a": 0.50, "b": NaN, "c": "x", "d": [1, {"e": null}], "f": null, "g": true, "h": -Infinity}"#))
    #expect(values["a"] == Scalar(.real, text: "0.50"))
    #expect(values["b"]?.number?.isNaN == true)
    #expect(values["c"] == "x")
    #expect(values["d"]?.kind == .json)
    #expect(values["f"]?.kind == .null)
    #expect(values["g"] == true)
    #expect(values["h"]?.number == -.infinity)
  }

  @Test func whatWasPrintedCountsMoreThanTheFile() throws {
    #expect(try read(.none, file: #"{"a": 1}"#) == ["a": 1])
    #expect(try read(.text(#"{"a": 2}"#), file: #"{"a": 1}"#) == ["a": 2])
    #expect(try read(.none) == [:])
  }

  @Test func whatIsNoObjectIsRefusedWithItsPlace() {
    #expect(
      throws: JobResults.Problem(
        detail: "The results cannot be read: found an array in the printed results; expected a JSON object.")
    ) {
      try read(.text("[1]"))
    }
    #expect(throws: JobResults.Problem.self) { try read(.text("{\"a\": }")) }
    #expect(throws: JobResults.Problem.self) { try read(.text("")) }
    #expect(throws: JobResults.Problem.self) { try read(.none, file: "accuracy 0.9") }
    #expect(throws: JobResults.Problem.self) { try read(.unusable("x")) }
    #expect(throws: JobResults.Problem.self) { try read(.none, file: String(repeating: " ", count: 2 << 20)) }
  }

  @Test func aLinkOutOfTheFolderIsNotFollowed() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write(#"{"a": 1}"#, to: "secret.json")
    try scratch.write("", to: "run/x")
    #expect(symlink(scratch.path + "/secret.json", scratch.path + "/run/results.json") == 0)
    #expect(try JobResults.read(.none, folder: scratch.path + "/run", fileSystem: .disk) == [:])
  }

  @Test func noBytesMakeTheReaderFail() {
    var generator = SeededGenerator(seed: 3)
    let original = Array(#"{"a": 0.50, "b": NaN, "c": "\u00e9", "d": [1, {"e": null}]}"#.utf8)
    for _ in 0..<FuzzDose.rounds(default: 500) {
      var mutant = original
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let position = Int.random(in: 0..<mutant.count, using: &generator)
        mutant[position] = UInt8.random(in: 0...255, using: &generator)
      }
      do {
        _ = try JobResults.values(mutant, "x")
      } catch let problem {
        #expect(problem.detail.hasPrefix("The results cannot be read: "))
      }
    }
  }
}
