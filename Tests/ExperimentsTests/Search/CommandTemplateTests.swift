import Diagnostics
import RunModel
import Testing

@testable import Experiments

@Suite struct CommandTemplateTests {
  @Test func placeholdersAreReplaced() {
    let words = CommandTemplate.words(
      ["train", "%h", "--out=%e-%j"], experiment: "digits", job: "0007",
      hyperparameters: ["max_depth": 3, "seed": Scalar(.null, text: "null")])
    #expect(words == ["train", "--max-depth", "3", "--out=digits-0007"])
  }

  @Test func valuesAreGivenAsTheirTextSortedByName() {
    let words = CommandTemplate.words(
      ["%h", "100%%"], experiment: "e", job: "1",
      hyperparameters: [
        "b": true, "a": Scalar(.real, text: "0.10"), "c": Scalar(.json, text: "[1, 2]"),
        "d": "two words; rm -rf /",
      ])
    #expect(words == ["--a", "0.10", "--b", "true", "--c", "[1, 2]", "--d", "two words; rm -rf /", "100%"])
    #expect(CommandTemplate.words(["x", "%h"], experiment: "e", job: "1", hyperparameters: [:]) == ["x"])
  }

  @Test func otherPercentSignsAreProblems() {
    for word in ["%h", "a%%", "%e/%j", "", "é%%"] {
      #expect(CommandTemplate.problem(of: word) == nil, "\(word)")
    }
    #expect(CommandTemplate.problem(of: "x=%h") == "%h inside the word “x=%h”")
    #expect(CommandTemplate.problem(of: "50%") == "a percent sign at the end of “50%”")
    #expect(CommandTemplate.problem(of: "%d.txt") == "an unknown “%d” in “%d.txt”")
    #expect(CommandTemplate.problem(of: "a%é") == "an unknown “%é” in “a%é”")
  }

  @Test func aLineGivesItsWordsAgain() throws {
    for words in [["a", "b c"], ["it's", "", "\"x\"", "$HOME", "é"], ["'", "\\", "a\nb"]] {
      #expect(try CommandWords.split(CommandWords.line(words)) == words)
    }
  }
}
