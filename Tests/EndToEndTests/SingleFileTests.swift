import Foundation
import TestSupport
import Testing

/// `assay report` and `assay compare`: one file that needs no other.
@Suite struct SingleFileTests {
  private let folder: TemporaryDirectory
  private let registry = ExampleFolder.original.registry

  init() throws {
    folder = try TemporaryDirectory()
  }

  /// The page that `arguments` write to `page.html`.
  private func page(_ arguments: String..., at place: SourceLocation = #_sourceLocation) throws -> String {
    let result = try Command.run(
      Command.assayPath, arguments + ["--out", "page.html"], folder: folder.path, timeout: 120)
    #expect(result.exitCode == 0, "\(result.errorOutput)", sourceLocation: place)
    #expect(result.output == "page.html\n", sourceLocation: place)
    #expect(try FolderContents(folder.path).names.contains("page.html"), sourceLocation: place)
    let text = try FolderContents(folder.path).text("page.html")
    let problems = PageRules.problems(of: text, isSingleFile: true)
    #expect(problems.isEmpty, "\(problems.prefix(5))", sourceLocation: place)
    expectHashedStyles(text, at: place)
    return text
  }

  /// Every inline style sheet is one that the policy names by its hash; nothing else may style or run.
  private func expectHashedStyles(_ page: String, at place: SourceLocation) {
    let tags = PageTag.all(in: page)
    let policy = tags.first { $0.attributes["http-equiv"] != nil }?.attributes["content"] ?? ""
    let sheets = tags.filter { $0.name == "style" }
    #expect(!sheets.isEmpty, sourceLocation: place)
    #expect(policy.matches(of: /'sha256-[A-Za-z0-9+\/]{43}='/).count == sheets.count, sourceLocation: place)
    #expect(!policy.contains("script-src"), sourceLocation: place)
    for sheet in sheets {
      #expect(PageRules.problems(ofStyleSheet: sheet.text).isEmpty, sourceLocation: place)
      let script =
        "import base64,hashlib,sys;print(base64.b64encode(hashlib.sha256(sys.stdin.buffer.read()).digest()).decode())"
      let hash = try? Command.run("python3", ["-c", script], input: sheet.text).output
      let wanted = "'sha256-\(hash?.trimmingCharacters(in: .newlines) ?? "?")'"
      #expect(policy.contains(wanted), "\(wanted) is not in \(policy)", sourceLocation: place)
    }
  }

  @Test(arguments: ["digits/logistic/2026_09_14__09_00_00", "digits/pca-logistic/2026_09_18__11_00_00"])
  func aRunIsOnePage(run: String) throws {
    let text = try page("report", "\(registry)/\(run)")
    #expect(text.contains("<h1>") && text.contains(run.contains("pca") ? "pca-logistic" : "logistic"))
    #expect(text.contains("<svg") == !run.contains("pca"), "the run that failed has nothing to draw")
  }

  @Test func aVariantMeansItsLatestRun() throws {
    let latest = try page("report", "\(registry)/digits/forest/2026_09_17__14_20_00")
    #expect(try page("report", "\(registry)/digits/forest") == latest)
    #expect(try page("report", "\(registry)/digits/forest/2026_09_17__14_00_00") != latest)
  }

  @Test func aPredictionFileIsOnePage() throws {
    let text = try page("report", Fixture.path("predictions/digits.csv"))
    #expect(text.contains("digits.csv"))
    #expect(!text.contains(Fixture.packageFolder + "/Tests"), "the page holds a path of this machine")
  }

  @Test func aComparisonIsOnePage() throws {
    let forest = registry + "/digits/forest/2026_09_17__14_00_00"
    let logistic = registry + "/digits/logistic/2026_09_14__09_00_00"
    let text = try page("compare", logistic, forest)
    #expect(text.contains("forest") && text.contains("logistic"))
    #expect(try page("compare", forest, logistic) != text)
  }

  @Test func predictionFilesCompareToo() throws {
    let forest = registry + "/digits/forest/2026_09_17__14_00_00/artifacts/predictions.csv"
    let logistic = registry + "/digits/logistic/2026_09_14__09_00_00/artifacts/predictions.csv"
    _ = try page("compare", logistic, forest)
    let printed = try Command.assay("compare", logistic, forest, "--format", "markdown")
    #expect(printed.exitCode == 0)
    #expect(printed.output.contains("| accuracy |") || printed.output.contains("accuracy"))
    let json = try Command.assay("compare", logistic, forest, "--format", "json")
    let value = try JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any]
    #expect(value?["schema_version"] as? Int == 1)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let run = registry + "/breast-cancer/logistic"
    #expect(try page("report", run) == page("report", run))
  }

  @Test func anEvaluationCanBeAPageToo() throws {
    let text = try page("evaluate", Fixture.path("predictions/digits.csv"), "--format", "html")
    #expect(text.contains("<h1>"))
  }
}
