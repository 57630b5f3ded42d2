import Diagnostics
import FileFormats
import TestSupport
import Testing

@testable import AssayCommands

@Suite struct EvaluateTests {
  private let folder: TemporaryDirectory
  private let session = CommandSession()

  init() throws {
    folder = try TemporaryDirectory()
  }

  private func write(_ text: String, to name: String = "p.csv") throws -> String {
    try folder.write(text, to: name)
  }

  private let binary = """
    id,y_true,proba_no,proba_yes,text
    a,no,0.9,0.1,fine
    b,yes,0.7,0.3,missed
    c,yes,0.2,0.8,found
    d,no,0.4,0.6,wrong

    """

  @Test func theReportOfATerminalHasHeadMetricsAndErrors() async throws {
    let path = try write(binary)
    let result = await session.run("evaluate", path)
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("task      binary: no, yes (positive: yes)\nrows      4\n"))
    #expect(result.output.contains("\naccuracy "))
    #expect(result.output.contains("\nMetrics:\n--------\nWeighted F1 Score: 0.5\n"))
    #expect(result.output.contains("\nErrors Report\n------------\n"))
    #expect(result.output.contains("Text: missed\n"))
  }

  @Test func noErrorsAreListedOnRequest() async throws {
    let path = try write(binary)
    let result = await session.run("evaluate", path, "--errors", "0")
    #expect(!result.output.contains("Errors Report"))
    let json = await session.run("evaluate", path, "--errors", "0", "--format", "json")
    let root = try JSONReader.parse(Array(json.output.utf8), path: "json").root
    #expect(root["errors"]?["yes"]?["false_negatives"]?.array?.isEmpty == true)
  }

  @Test func thePositiveLabelCanBeChosen() async throws {
    let path = try write(binary)
    let result = await session.run("evaluate", path, "--positive", "no", "--format", "json")
    let root = try JSONReader.parse(Array(result.output.utf8), path: "json").root
    #expect(root["positive"]?.string == "no")
  }

  @Test func aPositiveLabelThatIsNoneIsRefused() async throws {
    let path = try write(binary)
    let result = await session.run("evaluate", path, "--positive", "yess")
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("yess"))
    #expect(result.output.isEmpty)
  }

  @Test func theErrorRuleOfGobbliIsAvailable() async throws {
    let path = try write(
      "id,y_true,proba_a,proba_b,proba_c\nr,a,0.4,0.3,0.3\n", to: "three.csv")
    let argmax = await session.run("evaluate", path, "--format", "json")
    let threshold = await session.run("evaluate", path, "--format", "json", "--errors-by", "threshold")
    let misses = try [argmax, threshold].map { result in
      try JSONReader.parse(Array(result.output.utf8), path: "json").root["errors"]?["a"]?["false_negatives"]?
        .array?.count
    }
    #expect(misses == [0, 1])
  }

  @Test func rowsThatAreLeftOutAreCountedAndWarnedOf() async throws {
    let path = try write(binary + "e,yes,1.7,0.1,odd\n")
    let lenient = await session.run("evaluate", path, "--format", "json")
    #expect(lenient.exitCode == 0)
    #expect(lenient.errors.contains("p.csv:6:7: warning: "))
    #expect(lenient.errors.hasSuffix("1 warning\n"))
    let root = try JSONReader.parse(Array(lenient.output.utf8), path: "json").root
    #expect(root["rows"]?.number?.integer == 4)
    #expect(root["rows_read"]?.number?.integer == 5)
    #expect(root["rows_left_out"]?.number?.integer == 1)
    #expect(root["diagnostics"]?.array?.first?["line"]?.number?.integer == 6)
    let strict = await session.run("evaluate", path, "--strict")
    #expect(strict.exitCode == 1)
    #expect(strict.output.contains("rows      4 (1 of 5 left out)\n"))
  }

  @Test func theResultCanGoToAFileWhosePathIsPrinted() async throws {
    let path = try write(binary)
    let out = folder.path + "/made/evaluation.json"
    let result = await session.run("evaluate", path, "--format", "json", "--out", out)
    #expect(result.exitCode == 0)
    #expect(result.output == out + "\n")
    let printed = await session.run("evaluate", path, "--format", "json")
    #expect(try session.fileSystem.read(out, limit: 1 << 20) == Array(printed.output.utf8))
  }

  @Test func theInputIsNeverReplacedByTheResult() async throws {
    let path = try write(binary)
    let result = await session.run("evaluate", path, "--out", folder.path + "/./p.csv")
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("the input itself"))
    #expect(try session.fileSystem.read(path, limit: 1 << 20) == Array(binary.utf8))
  }

  @Test func timingsGoToStandardError() async throws {
    let path = try write(binary)
    let result = await session.run("evaluate", path, "--timings")
    let lines = result.errors.split(separator: "\n").map(String.init)
    #expect(lines.map { String($0.prefix { $0 != " " }) } == ["read", "evaluate", "render"])
    #expect(lines.allSatisfy { $0.hasSuffix(" s") })
    #expect(!result.output.contains("render"))
  }

  @Test(arguments: ["", "y_true\na\n", "a,b\n1,2\n"])
  func aFileThatIsNoPredictionsIsRefused(text: String) async throws {
    let path = try write(text)
    let result = await session.run("evaluate", path)
    #expect(result.exitCode == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("assay: error: "))
  }

  @Test func aFileThatIsNotThereIsRefused() async {
    let result = await session.run("evaluate", folder.path + "/none.csv")
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("none.csv: found no such file"))
  }

  @Test func aSliceHasItsMetricsTheRestAndTheDifference() async throws {
    let rows = (0..<24).map { "\($0),yes,\($0 % 3 == 0 ? "no" : "yes"),\($0 % 2 == 0 ? "web" : "mail"),1" }
    let lines = ["id,y_true,y_pred,source,fold"] + rows + ["x,no,no,web,2"]
    let path = try write(lines.joined(separator: "\n"))
    let json = await session.run("evaluate", path, "--format", "json", "--slice", "source = 'web'")
    #expect(json.exitCode == 0)
    let root = try JSONReader.parse(Array(json.output.utf8), path: "json").root
    let slices = try #require(root["slices"]?.array)
    #expect(
      Set(slices.compactMap { $0["name"]?.string }) == ["source = 'web'", "source = web", "source = mail"])
    let web = try #require(slices.first { $0["name"]?.string == "source = 'web'" })
    #expect(web["rows"]?.number?.integer == 13 && web["rest"]?["rows"]?.number?.integer == 12)
    #expect(web["metrics"]?["accuracy"]?.number?.value == 9.0 / 13)
    #expect(web["difference"]?["metric"]?.string == "accuracy")
    #expect(root["folds"]?["folds"]?.array?.map { $0["rows"]?.number?.integer } == [24, 1])
    let text = await session.run("evaluate", path)
    #expect(text.output.contains("slices by accuracy, worst first"))
    #expect(text.output.contains("2 folds: accuracy "))
    #expect(text.output.contains("\n1  24 rows  0.6667  ["))
  }

  @Test func withoutPartsTheJSONSaysSo() async throws {
    let path = try write(binary)
    let json = await session.run("evaluate", path, "--format", "json")
    let root = try JSONReader.parse(Array(json.output.utf8), path: "json").root
    #expect(root["slices"]?.array?.isEmpty == true)
    #expect(root["folds"]?.isNull == true)
    #expect(root["label_errors"]?["count"]?.number?.integer != nil)
  }

  @Test func aColumnThatIsPassedOverIsNamedInANote() async throws {
    let path = try write("id,y_true,y_pred,source\n1,a,b,web\n2,b,b,web\n")
    let result = await session.run("evaluate", path)
    #expect(result.exitCode == 0)
    #expect(result.errors.contains("note: ") && result.errors.contains("“source”"))
    #expect(result.errors.contains("it has the same value in all rows"))
    #expect(!result.output.contains("slices by"))
  }

  @Test func aMistakeInAnExpressionIsShownWithOptionAndColumn() async throws {
    let path = try write(binary)
    let result = await session.run("evaluate", path, "--slice", "lenght(text) > 2")
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("--slice") && result.errors.contains("column 1: found"))
    #expect(result.errors.contains("Did you mean “length”?"))
  }

  @Test func thePageHasTheSlicesOfTheCommandLine() async throws {
    let path = try write(binary)
    let result = await session.run(
      "evaluate", path, "--format", "html", "--slice", "length(text) > 4 and text != '<b>&'")
    #expect(result.exitCode == 0)
    #expect(result.output.contains("length(text) &gt; 4 and text != ") && !result.output.contains("<b>&"))
  }

  @Test func labelsAndScoresMayBeInFilesOfTheirOwn() async throws {
    let truth = try write("y_true\n0\n1\n1\n0\n", to: "truth.csv")
    let scores = try write("y_score\n0.1\n0.8\n0.4\n0.3\n", to: "scores.csv")
    let result = await session.run("evaluate", "--y-true", truth, "--y-score", scores, "--format", "json")
    #expect(result.exitCode == 0, "\(result.errors)")
    let json = try JSONReader.parse(Array(result.output.utf8), path: "json").root
    #expect(json["rows"]?.number?.integer == 4 && json["positive"]?.string == "1")
    #expect(json["metrics"]?["roc_auc"]?.number?.value == 1)
    #expect(json["metrics"]?["accuracy"]?.number?.value == 0.75)
  }

  @Test func truthWithoutScoresAndBothKindsOfInputAreWrongUsage() async throws {
    let path = try write(binary)
    for arguments in [["--y-true", path], [path, "--y-true", path, "--y-score", path], []] {
      #expect(await session.run(["evaluate"] + arguments).exitCode == 64)
    }
  }

  @Test func aSliceByAColumnThatIsNotThereIsRefusedWithTheNearName() async throws {
    let path = try write("id,y_true,y_pred,source\n1,a,b,web\n2,b,b,mail\n")
    let result = await session.run("evaluate", path, "--slice", "sorce = 'web'")
    #expect(result.exitCode == 2)
    #expect(result.errors.contains("sorce") && result.errors.contains("source"))
  }

  @Test(arguments: [
    ["--format", "jsn"], ["--errors", "-1"], ["--errors", "many"], ["--errors-by", "argmx"],
    ["--slice", "length(text) >"],
  ])
  func wrongUsageIsRefusedWithCode64(arguments: [String]) async throws {
    let path = try write(binary)
    let result = await session.run(["evaluate", path] + arguments)
    #expect(result.exitCode == 64)
    #expect(result.output.isEmpty)
  }

  @Test func theSameFileGivesTheSameBytes() async throws {
    let path = try write(binary)
    let first = await session.run("evaluate", path, "--format", "json")
    let second = await session.run("evaluate", path, "--format", "json")
    #expect(first.output == second.output)
  }
}
