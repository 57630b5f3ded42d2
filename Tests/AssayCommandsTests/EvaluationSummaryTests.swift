import Evaluation
import Testing

@testable import AssayCommands

@Suite struct EvaluationSummaryTests {
  private func summary(_ predictions: Predictions, leftOut: Int = 0) -> [String] {
    EvaluationSummary(
      evaluation: predictions.evaluate(), rowsRead: predictions.count + leftOut, rowsLeftOut: leftOut
    ).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func theHeadNamesTaskLabelsAndRows() throws {
    let lines = summary(
      try Predictions(labels: ["no", "yes"], truth: ["no", "yes"], predicted: ["no", "no"]), leftOut: 1)
    #expect(lines[0] == "task      binary: no, yes (positive: yes)")
    #expect(lines[1] == "rows      2 (1 of 3 left out)")
    #expect(lines[2].isEmpty)
    #expect(lines[3] == "accuracy            0.5000  [0.0945, 0.9055]")
    #expect(lines[4].hasPrefix("balanced_accuracy   0.5000"))
    #expect(lines.last?.isEmpty == true)
  }

  @Test func aMetricHasItsIntervalOrTheReasonWhyItIsUndefined() throws {
    let lines = summary(
      try Predictions(labels: ["no", "yes"], truth: ["no", "no"], predicted: ["no", "no"]))
    let accuracy = try #require(lines.first { $0.hasPrefix("accuracy ") })
    #expect(accuracy.contains("1.0000"))
    #expect(accuracy.hasSuffix("1.0000]"))
    let kappa = try #require(lines.first { $0.hasPrefix("cohen_kappa ") })
    #expect(kappa.contains("—  "))
    #expect((kappa.split(separator: "—").last ?? "").count > 10)
  }

  @Test func ofManyLabelsTheFirstAreNamed() throws {
    let labels = (1...1014).map { "l\($0)" }
    let lines = summary(try Predictions(labels: labels, truth: ["l1"], predicted: ["l1"]))
    #expect(lines[0].hasSuffix("l11, l12, and 1,002 more labels"))
  }

  @Test func aLabelCannotForgeALine() throws {
    let lines = summary(
      try Predictions(labels: ["a\nrows 9", "\u{1B}[2J"], truth: ["a\nrows 9"], predicted: ["a\nrows 9"]))
    #expect(lines[0] == "task      binary: a\\u{A}rows 9, \\u{1B}[2J (positive: \\u{1B}[2J)")
  }
}
