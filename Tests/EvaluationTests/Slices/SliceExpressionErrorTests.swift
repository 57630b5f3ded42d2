import Diagnostics
import Evaluation
import TestSupport
import Testing

struct SliceExpressionErrorTests {
  /// What is said of an expression that cannot be read, or of one whose columns are not there.
  private func message(_ source: String) -> String {
    do {
      let predictions = try Predictions(
        labels: ["a", "b"], truth: ["a"], predicted: ["a"], texts: ["a text"])
      _ = try predictions.selecting(try SliceExpression(source))
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("", "column 1: found the end; expected a condition such as length(text) > 200."),
    ("text", "column 5: found the end; expected a comparison (=, !=, <, <=, >, >=, in) behind the value."),
    (
      "text and id = 1",
      "column 6: found “and”; expected a comparison (=, !=, <, <=, >, >=, in) behind the value."
    ),
    (
      "text >",
      "column 7: found the end; expected a column, a text between quotation marks, a number, a function or “(”."
    ),
    ("text = 'x", "column 8: found a text that does not end; expected ' behind it."),
    ("`text", "column 1: found a name that does not end; expected ` behind it."),
    (
      "lenght(text) > 2",
      "column 1: found the function “lenght”; expected one of length, words, lower, contains, starts_with, ends_with, has. Did you mean “length”?"
    ),
    (
      "length(txt) > 2",
      "column 8: found the column “txt”; expected one of “id”, “text”, “y_true”, “y_pred”. Did you mean “text”?"
    ),
    (
      "fold = 2",
      "column 1: found the column “fold”, which the predictions do not have; expected one of “id”, “text”, “y_true”, “y_pred”."
    ),
    ("1 < length(text) < 3", "column 18: found “<”; expected “and” or “or” between two comparisons."),
    ("id = 1 id = 2", "column 8: found “id”; expected “and”, “or” or the end."),
    ("(id = 1", "column 8: found the end; expected “)”."),
    ("id = 1)", "column 7: found “)”; expected “and”, “or” or the end."),
    ("id = (id = 1)", "column 6: found a condition; expected a value."),
    ("id in ()", "column 8: found “)”; expected a text between quotation marks or a number."),
    ("id in (1", "column 9: found the end; expected a comma or “)”."),
    ("id not = 1", "column 8: found “=”; expected “in” behind “not”."),
    ("contains(text, id)", "column 16: found “id”; expected a text between quotation marks."),
    ("contains(text)", "column 14: found “)”; expected a comma and a text between quotation marks."),
    ("length(3) = 1", "column 8: found a number; expected a text."),
    ("length(text, id) = 1", "column 12: found a comma; expected “)” behind the only argument of length."),
    ("has(text, 'a')", "column 5: found “text”; expected y_true or y_pred."),
    (
      "é = 1 & id = 2",
      "column 8: found “&”; expected a column, a text between quotation marks, a number or a sign of the grammar."
    ),
    (
      "id = 1x",
      "column 6: found “1x”; expected a number such as 200, -0.5 or 1e-3, or backquotes around a name with such signs."
    ),
    (
      "id = 1e999",
      "column 6: found “1e999”; expected a number such as 200, -0.5 or 1e-3, or backquotes around a name with such signs."
    ),
    (
      "or = 1",
      "column 1: found “or”; expected a column, a text between quotation marks, a number, a function or “(”."
    ),
    (
      "id = \u{202E}",
      "column 6: found “\\u{202E}”; expected a column, a text between quotation marks, a number or a sign of the grammar."
    ),
  ])
  func everyErrorSaysWhereWhatAndWhatElse(_ source: String, _ expected: String) {
    #expect(message(source) == expected)
  }

  @Test func aNumberIsNoTextAndSeveralLabelsHaveNoConfidence() throws {
    let single = try Predictions(
      labels: ["a", "b"], truth: ["a"], probabilities: [[1, 0]])
    let error = #expect(throws: SliceExpressionError.self) {
      try single.selecting(try SliceExpression("length(confidence) > 1"))
    }
    #expect(error?.column == 8 && error?.found == "“confidence”, whose values are numbers")
    let several = try Predictions(labels: ["a", "b"], truthSets: [["a"]], probabilities: [[1, 0]])
    let other = #expect(throws: SliceExpressionError.self) {
      try several.selecting(try SliceExpression("confidence > 1"))
    }
    #expect(other?.found == "the column “confidence”, which rows of several labels do not have")
  }

  @Test func lengthAndDepthAreBounded() throws {
    let long = "id = '" + String(repeating: "x", count: 4_096 - 7) + "'"
    #expect(long.utf8.count == 4_096)
    _ = try SliceExpression(long)
    #expect(message(long + " ") == "column 1: found an expression of 4097 bytes; expected at most 4096.")
    for (open, close, value) in [("(", ")", "id = 1"), ("not ", "", "id = 1"), ("lower(", ")", "id")] {
      let nested = { (depth: Int) in
        String(repeating: open, count: depth) + value + String(repeating: close, count: depth)
          + (value == "id" ? " = 'x'" : "")
      }
      _ = try SliceExpression(nested(64))
      #expect(
        message(nested(65)).contains("found an expression nested deeper than 64; expected a flatter one"))
    }
    // Beside each other there may be as many as fit.
    let wide = [String](repeating: "(id=1)", count: 400).joined(separator: "or")
    _ = try SliceExpression(wide)
  }

  @Test func hostileExpressionsAreReadOrRefusedButNeverCrash() throws {
    let predictions = try Predictions(
      labels: ["a", "b"], truth: ["a", "b"], probabilities: [[1, 0], [0.5, 0.5]], texts: ["a 12", "\u{301}"])
    let pieces = [
      "(", ")", "not ", " and ", " or ", "in", "id", "text", "y_true", "confidence", "`", "'", "\"", "``",
      "''",
      "=", "!=", "!", "<", "<=", ">", "length(", "lower(", "words(", "contains(", "has(", ",", "1", "-", "+",
      ".",
      "e", "1e", "é", "e\u{301}", "\u{0}", "\u{202E}", "\u{1F600}", " ", "\n", "length(text) > 2", "id = 1",
      "'x'",
    ]
    var generator = SeededGenerator(seed: 31)
    var readable = 0
    for _ in 0..<FuzzDose.rounds(default: 1_500) {
      let count = Int.random(in: 0...14, using: &generator)
      let source = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      do {
        let rows = try predictions.selecting(try SliceExpression(source)).count
        readable += 1
        #expect(rows <= 2)
      } catch {
        #expect((1...source.utf8.count + 1).contains(error.column), "\(source)")
        #expect(!error.found.isEmpty && !error.expected.isEmpty)
      }
    }
    #expect(readable > 5)
  }
}
