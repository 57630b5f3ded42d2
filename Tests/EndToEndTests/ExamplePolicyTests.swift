import Foundation
import TestSupport
import Testing

/// `examples: ids` and `examples: none` keep what users wrote off everything that is published.
@Suite struct ExamplePolicyTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
  }

  private func example(_ policy: String) throws -> ExampleFolder {
    try ExampleFolder(copiedTo: folder.path) { $0.replacing("examples: full", with: "examples: \(policy)") }
  }

  /// Those of `texts` that stand in the file, or any file of the folder, at `path`.
  private func published(_ texts: Set<String>, at path: String, only files: String = "*") throws -> Set<
    String
  > {
    let list = try folder.write(texts.sorted().joined(separator: "\n") + "\n", to: "texts")
    let result = try Command.run("grep", ["-rahoFf", list, "--include=\(files)", path])
    return Set(result.output.split(separator: "\n").map(String.init))
  }

  @Test func textsArePublishedUnlessAskedOtherwise() throws {
    let example = ExampleFolder.original
    try example.build(folder.path + "/site")
    let texts = try example.predictionTexts
    #expect(texts.count > 300)
    for files in ["*.html", "*.csv"] {
      #expect(try published(texts, at: folder.path + "/site", only: files).count > 50, "\(files)")
    }
  }

  @Test(arguments: ["ids", "none"])
  func noTextOfThePredictionsIsInTheSite(policy: String) throws {
    let example = try example(policy)
    let result = try example.build(folder.path + "/site")
    #expect(result.exitCode == 0)
    let found = try published(example.predictionTexts, at: folder.path + "/site")
    #expect(found.isEmpty, "\(found.count), such as \(found.first ?? "")")
    let hasErrorTables = try FolderContents(folder.path + "/site").names.contains {
      $0.hasSuffix("errors.csv")
    }
    #expect(hasErrorTables == (policy == "ids"))
    let names = try FolderContents(folder.path + "/site").names
    #expect(names.contains { $0.hasSuffix("fixed.csv") } == (policy == "ids"))
    #expect(names.contains { $0.hasSuffix("comparison.json") })
  }

  @Test(arguments: ["ids", "none"])
  func changingThePolicyTakesTheTextsOutOfAnOldSite(policy: String) throws {
    let example = try example("full")
    try example.build(folder.path + "/site")
    let text = try String(contentsOfFile: example.configuration, encoding: .utf8)
    try text.replacing("examples: full", with: "examples: \(policy)")
      .write(toFile: example.configuration, atomically: false, encoding: .utf8)
    try example.build(folder.path + "/site")
    #expect(try published(example.predictionTexts, at: folder.path + "/site").isEmpty)
  }

  @Test(arguments: ["ids", "none"])
  func noTextIsInASingleFile(policy: String) throws {
    let example = try example(policy)
    let texts = try example.predictionTexts
    let old = example.registry + "/debian-sections/naive-bayes/2026_10_07__08_15_00"
    let new = example.registry + "/debian-sections/tfidf-logistic/2026_10_06__11_00_00"
    let commands = [
      ["report", old], ["compare", new, old],
      ["report", old + "/artifacts/predictions.csv"],
      ["compare", old + "/artifacts/predictions.csv", new + "/artifacts/predictions.csv"],
      ["evaluate", old + "/artifacts/predictions.csv", "--format", "html"],
    ]
    for command in commands {
      let out = folder.path + "/page.html"
      let result = try Command.run(Command.assayPath, command + ["--out", out])
      #expect(result.exitCode == 0, "\(result.errorOutput)")
      let found = try published(texts, at: out)
      #expect(found.isEmpty, "\(command): \(found.count), such as \(found.first ?? "")")
    }
  }
}
