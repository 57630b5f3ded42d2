import Diagnostics
import Evaluation
import Testing

struct ClassificationReportTextTests {
  @Test(arguments: GoldenCase.all.filter { $0.weights.isEmpty })
  func theTableIsTheOneOfScikitLearn(_ golden: GoldenCase) throws {
    let report = try golden.predictions().evaluate().metricsReport()
    #expect(report.hasSuffix("----------------------\n\(golden.report)\n"))
  }

  @Test func aLabelThatDoesNotOccurTurnsAccuracyIntoMicroAverages() throws {
    let evaluation = try Predictions(labels: ["a", "b", "c"], truth: ["a", "b"], predicted: ["a", "a"])
      .evaluate()
    let lines = evaluation.metricsReport().split(separator: "\n")
    #expect(lines.contains("   micro avg       0.50      0.50      0.50         2"))
    #expect(!lines.contains { $0.hasPrefix("    accuracy") })
  }

  @Test func weightedSupportsAreWrittenAsPythonWritesThem() throws {
    let evaluation = try Predictions(
      labels: ["a", "b"], truth: ["a", "b"], predicted: ["a", "b"], weights: [2, 0.25]
    ).evaluate()
    let lines = evaluation.metricsReport().split(separator: "\n")
    #expect(lines.contains("           a       1.00      1.00      1.00       2.0"))
    #expect(lines.contains("    accuracy                           1.00      2.25"))
  }

  @Test func whatIsInvisibleInALabelCannotReachTheTerminal() throws {
    let evaluation = try Predictions(
      labels: ["a\u{1B}[31m", "b"], truth: ["a\u{1B}[31m", "b"], predicted: ["b", "b"],
      texts: ["x\u{202E}\ny", ""]
    ).evaluate()
    for text in [evaluation.metricsReport(), evaluation.errorsReport()] {
      #expect(text.contains("a\\u{1B}[31m"))
      #expect(!text.unicodeScalars.contains("\u{1B}"))
    }
    #expect(evaluation.errorsReport().contains("Text: x\\u{202E} y\n"))
    #expect(evaluation.diagnostics.first?.found == "no prediction of “a\\u{1B}[31m”")
  }
}
