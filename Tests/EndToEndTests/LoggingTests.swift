import Foundation
import TestSupport
import Testing

/// A run as a script logs it, from the first command to the site.
@Suite struct LoggingTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    try folder.write(
      "y_true,y_pred,proba_no,proba_yes\nno,no,0.9,0.1\nyes,yes,0.2,0.8\nyes,no,0.6,0.4\n", to: "p.csv")
    try folder.write("# What was tried\n\nA *small* step.\n", to: "notes.md")
    try folder.write("{\"epochs\": 3, \"name\": \"größer\"}", to: "training.json")
  }

  private func assay(_ arguments: String...) throws -> Command.Result {
    let result = try Command.run(Command.assayPath, arguments, folder: folder.path)
    #expect(result.exitCode == 0, "\(arguments.joined(separator: " ")): \(result.errorOutput)")
    return result
  }

  private func logRun(_ time: String = "2026-03-02T09:10:07Z") throws -> String {
    try assay(
      "log", "registry", "--experiment", "spam", "--variant", "svm", "--timestamp", time, "--param", "C=0.5",
      "--param", "kernel=rbf", "--metric", "accuracy=0.6667", "--metric", "loss=0.9@1", "--metric",
      "loss=0.4@2", "--predictions", "p.csv", "--notes", "notes.md", "--dict", "training=training.json",
      "--feature", "length", "--feature", "links", "--tag", "by=script"
    ).output.trimmingCharacters(in: .newlines)
  }

  @Test func whatIsLoggedIsListed() throws {
    let path = try logRun()
    #expect(path == "registry/spam/svm/2026_03_02__09_10_07")
    let json = try assay("list", "registry", "--format", "json")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
    #expect(root["schema_version"] as? Int == 1)
    let experiment = try #require((root["experiments"] as? [[String: Any]])?.first)
    #expect(experiment["experiment"] as? String == "spam")
    let variant = try #require((experiment["variants"] as? [[String: Any]])?.first)
    #expect(variant["variant"] as? String == "svm")
    let run = try #require((variant["runs"] as? [[String: Any]])?.first)
    #expect(run["run"] as? String == "2026_03_02__09_10_07")
    #expect(run["status"] as? String == "completed")
    #expect((run["params"] as? [String: Any])?["C"] as? Double == 0.5)
    #expect((run["params"] as? [String: Any])?["kernel"] as? String == "rbf")
    #expect((run["metrics"] as? [String: Any])?["accuracy"] as? Double == 0.6667)
    #expect((run["metrics"] as? [String: Any])?["loss"] as? Double == 0.4)
    #expect((run["tags"] as? [String: String])?["by"] == "script")
    #expect(try assay("list", "registry").output.contains("2026_03_02__09_10_07"))
  }

  @Test func whatIsLoggedIsOnItsPage() throws {
    let path = try logRun()
    _ = try logRun("2026-03-03T09:10:07Z")
    let built = try assay("build", "registry", "--out", "site", "--strict")
    #expect(built.output == "site/index.html\n")
    let site = try FolderContents(folder.path + "/site")
    let words = ["kernel", "rbf", "größer", "length", "links", "What was tried", "<em>small</em>"]
    #expect(site.missing(words, from: path.replacing("registry/", with: "") + "/index.html").isEmpty)
    #expect(site.missing(["spam"], from: "index.html").isEmpty)
    _ = try assay("report", path)
    #expect(try FolderContents(folder.path).files["report.html"] != nil)
  }

  @Test func aRunCanBeAddedToAndReplaced() throws {
    _ = try assay("log", "registry", "--experiment", "e", "--run", "one", "--param", "a=1")
    _ = try assay("log", "registry", "--experiment", "e", "--run", "one", "--metric", "f1_macro=0.5")
    let both = try assay("list", "registry", "--format", "json").output
    #expect(both.contains("\"a\"") && both.contains("f1_macro"))
    _ = try assay("log", "registry", "--experiment", "e", "--run", "one", "--overwrite", "--param", "b=2")
    let one = try assay("list", "registry", "--format", "json").output
    #expect(one.contains("\"b\"") && !one.contains("\"a\"") && !one.contains("f1_macro"))
  }

  @Test func twoRunsInOneSecondAreTwoRuns() throws {
    #expect(try logRun() == "registry/spam/svm/2026_03_02__09_10_07")
    #expect(try logRun() == "registry/spam/svm/2026_03_02__09_10_07_0002")
  }

  @Test(arguments: ["../../etc", "..", "/etc", "a/../../b", "", ".", "a\u{202E}b", ".hidden"])
  func anIdNeverLeavesTheRegistry(id: String) throws {
    for option in ["--experiment", "--variant", "--run"] {
      var arguments = ["log", "below/registry", option, id, "--param", "a=1"]
      if option != "--experiment" { arguments += ["--experiment", "e"] }
      let result = try Command.run(Command.assayPath, arguments, folder: folder.path)
      #expect([0, 2, 64].contains(result.exitCode), "\(option) \(id): \(result.errorOutput)")
      let outside = try FolderContents(folder.path, without: ["below"]).names
      #expect(outside == ["notes.md", "p.csv", "training.json"], "\(option) \(id)")
      let below = FileManager.default.fileExists(atPath: folder.path + "/below")
      if below { #expect(try FolderContents(folder.path + "/below", without: ["registry"]).names.isEmpty) }
    }
  }

  @Test func anEvaluationIsTextAndJSON() throws {
    let text = try assay("evaluate", "p.csv")
    #expect(text.output.contains("accuracy"))
    #expect(text.errorOutput.isEmpty)
    let json = try assay("evaluate", "p.csv", "--format", "json")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
    let metrics = try #require(root["metrics"] as? [String: Any])
    #expect(try abs(#require(metrics["accuracy"] as? Double) - 2.0 / 3) < 1e-15)
    #expect(metrics["roc_auc"] as? Double == 1)
    #expect(root["rows"] as? Int == 3)
  }
}
