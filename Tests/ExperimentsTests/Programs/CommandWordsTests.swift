import Foundation
import TestSupport
import Testing

@testable import Experiments

@Suite struct CommandWordsTests {
  @Test func quotesAndBackslashesKeepWordsTogether() throws {
    #expect(
      try CommandWords.split(#"python3 "my model.py" --name 'a"b' %h"#) == [
        "python3", "my model.py", "--name", #"a"b"#, "%h",
      ])
    #expect(try CommandWords.split(#"a\ b 'c\d' "e\"\\\$\`\f""#) == ["a b", #"c\d"#, #"e"\$`\f"#])
    #expect(try CommandWords.split("'' \"\" x''y") == ["", "", "xy"])
    #expect(try CommandWords.split(" \t a\\\n b \n") == ["a", "b"])
    #expect(try CommandWords.split("$HOME *.py # >x") == ["$HOME", "*.py", "#", ">x"])
    #expect(try CommandWords.split("  ") == [])
  }

  @Test func whatIsNotClosedIsRefused() {
    #expect(throws: CommandWords.Problem.self) { try CommandWords.split("a 'b") }
    #expect(throws: CommandWords.Problem.self) { try CommandWords.split("a \"b\\\"") }
    #expect(throws: CommandWords.Problem.self) { try CommandWords.split("a\\") }
  }

  /// A shell cuts every line without characters of its own in the same way.
  @Test func aShellCutsInTheSameWay() throws {
    var generator = SeededGenerator(seed: 11)
    let letters = Array(#"ab  "'\é"#)
    for _ in 0..<FuzzDose.rounds(default: 60) {
      let line = String(
        (0..<Int.random(in: 0..<14, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? "a"
        })
      guard let words = try? CommandWords.split(line) else { continue }
      let result = try Command.run("sh", ["-c", "for word in \(line); do printf '%s\\n' \"$word\"; done"])
      #expect(result.output == words.map { $0 + "\n" }.joined(), "\(line)")
    }
  }

  @Test func wordsAsALineAreTheWordsAgainAlsoToAShell() throws {
    var generator = SeededGenerator(seed: 12)
    let letters = Array("ab-/=  \"'\\$*é\n%")
    for _ in 0..<FuzzDose.rounds(default: 60) {
      let words = (0..<3).map { _ in
        String(
          (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
            letters.randomElement(using: &generator) ?? "a"
          })
      }
      let line = CommandWords.line(words)
      #expect(try CommandWords.split(line) == words, "\(line)")
      let result = try Command.run("sh", ["-c", "for word in \(line); do printf '%s|' \"$word\"; done"])
      #expect(result.output == words.map { $0 + "|" }.joined(), "\(line)")
    }
    #expect(
      CommandWords.line(["assay", "search", "my spec.yaml", "--queue=q"])
        == "assay search 'my spec.yaml' --queue=q")
  }
}
