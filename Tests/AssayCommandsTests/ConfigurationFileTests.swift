import Diagnostics
import Evaluation
import ReportModel
import RunModel
import Testing

@testable import AssayCommands

@Suite struct ConfigurationFileTests {
  private func read(_ text: String) throws(ConfigurationError) -> ConfigurationFile {
    try ConfigurationFile.read("/site/assay.yaml", from: .inMemory(["/site/assay.yaml": text]))
  }

  private func problems(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  @Test func everyKeyOfTheContractIsRead() throws {
    let file = try read(
      """
      title: Which classifier?
      registry: runs
      out: public
      examples: ids
      experiments:
        digits:
          primary_metric: f1_macro
          direction: higher
          baseline: logistic/2026_09_14__09_00_00
          predictions: scores.csv
          positive: 1
          columns: {y_true: gold, text: body}
        empty:
      """)
    #expect(file.registry == "runs")
    #expect(file.out == "public")
    #expect(
      file.report
        == ReportConfiguration(
          title: "Which classifier?", examples: .ids,
          experiments: [
            "digits": ExperimentConfiguration(
              primaryMetric: "f1_macro", direction: .higherIsBetter,
              baseline: "logistic/2026_09_14__09_00_00", predictions: "scores.csv", positive: "1",
              columns: ["y_true": "gold", "text": "body"]),
            "empty": ExperimentConfiguration(),
          ]))
  }

  @Test func theExampleOfTheDocumentationIsRead() throws {
    let file = try read(
      """
      title: Which classifier reads digits best?
      registry: runs           # from this file's folder
      out: public
      examples: ids            # full, ids or none
      experiments:
        digits:
          primary_metric: f1_macro
          baseline: logistic
      """)
    #expect(file.registry == "runs")
    #expect(file.report.examples == .ids)
    #expect(file.report.experiment("digits").baseline == "logistic")
  }

  @Test(arguments: ["", "# nothing\n", "title:\n", "experiments: ~\n"])
  func whatIsNotSaidHasDefaults(text: String) throws {
    #expect(try read(text).report == ReportConfiguration())
  }

  @Test func anUnknownKeyIsAnErrorWithTheNearNameAndItsPlace() {
    #expect(
      problems("title: A\nexampels: ids\n") == [
        "/site/assay.yaml:2:1: error: found the unknown key “exampels”; expected title, registry, out, examples, "
          + "experiments. Did you mean “examples”?"
      ])
    #expect(
      problems("experiments:\n  digits:\n    primary_metrik: f1\n") == [
        "/site/assay.yaml:3:5: error: found the unknown key “primary_metrik”; expected primary_metric, direction, "
          + "baseline, predictions, positive, columns, slices, cost. Did you mean “primary_metric”?"
      ])
  }

  @Test func allThatIsWrongIsSaidAtOnce() {
    let problems = problems(
      """
      examples: some
      title: [a]
      colour: red
      experiments:
        digits: {direction: up, columns: 3, slices: x, cost: {false_positive: much}}
      """)
    #expect(
      problems.map { String($0.prefix { $0 != ";" }) } == [
        "/site/assay.yaml:1:11: error: found “some”",
        "/site/assay.yaml:2:8: error: found a list",
        "/site/assay.yaml:3:1: error: found the unknown key “colour”",
        "/site/assay.yaml:5:23: error: found “up”",
        "/site/assay.yaml:5:36: error: found “3”",
        "/site/assay.yaml:5:47: error: found “x”",
        "/site/assay.yaml:5:73: error: found “much”",
      ])
  }

  @Test func costsAreThoseOfEachKindOfError() throws {
    let file = try read("experiments: {digits: {cost: {false_positive: 0.5, false_negative: 5}}, wine: {}}\n")
    #expect(file.report.experiment("digits").costs == ErrorCosts(falsePositive: 0.5, falseNegative: 5))
    #expect(file.report.experiment("wine").costs == nil)
    let half = try read("experiments: {digits: {cost: {false_negative: 5}}}\n")
    #expect(half.report.experiment("digits").costs == ErrorCosts(falsePositive: 1, falseNegative: 5))
  }

  @Test func aNegativeCostIsRefused() {
    #expect(
      problems("experiments: {digits: {cost: {false_positive: -1}}}\n").map {
        String($0.prefix { $0 != ";" })
      }
        == ["/site/assay.yaml:1:47: error: found “-1”"])
  }

  @Test func slicesAreExpressions() throws {
    let file = try read(
      """
      experiments:
        digits:
          slices:
            - length(text) > 200
            - "source = 'web'"
      """)
    #expect(
      file.report.experiment("digits").slices.map(\.source) == ["length(text) > 200", "source = 'web'"])
  }

  @Test func aSliceThatCannotBeReadIsRefusedWithItsPlaceAndColumn() {
    let problems = problems("experiments:\n  digits:\n    slices:\n      - lenght(text) > 200\n      - [a]\n")
    #expect(problems.count == 2)
    #expect(
      problems.first?.hasPrefix("/site/assay.yaml:4:9: error: found ") == true
        && problems.first?.contains("in column 1 of “lenght(text) > 200”") == true
        && problems.first?.contains("Did you mean “length”?") == true, "\(problems)")
    #expect(problems.last == "/site/assay.yaml:5:9: error: found a list; expected a text.")
  }

  @Test func labelsAndIdsAreTheirBytes() throws {
    let file = try read("experiments: {\"cafe\u{301}\": {positive: b}}\n")
    #expect(file.report.experiment("caf\u{E9}").positive == nil)
    #expect(file.report.experiment("cafe\u{301}").positive == "b")
  }

  @Test func whatIsNoYAMLIsRefusedWithItsPlace() {
    #expect(problems("title: [a\n").first?.hasPrefix("/site/assay.yaml:") == true)
    #expect(problems("- a\n").first?.contains("a list; expected a mapping") == true)
  }

  @Test func aMissingFileIsRefused() {
    #expect(throws: ConfigurationError.self) {
      try ConfigurationFile.read("/assay.yaml", from: .inMemory([:]))
    }
  }
}
