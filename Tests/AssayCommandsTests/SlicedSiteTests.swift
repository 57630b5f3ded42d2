import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import AssayCommands

/// A site of predictions with attributes, folds and odd labels: what its pages and the files beside them say.
@Suite struct SlicedSiteTests {
  private let folder: TemporaryDirectory
  private let session = CommandSession()

  init() throws {
    folder = try TemporaryDirectory()
  }

  private static let hostile = "<script>alert(1)</script>"

  /// Builds the site; its files by their names, the pages' without their folders.
  private func build(_ examples: String, slices: String = "['site = ''web''']") async throws -> [String:
    String]
  {
    var lines = ["id,y_true,proba_a,proba_b,text,site,fold"]
    for row in 0..<80 {
      let site = row < 3 ? Self.hostile : row % 2 == 0 ? "web" : "mail"
      let isWrong = row % 8 == 0 || row == 1
      lines.append(
        "row-\(row),a,\(isWrong ? "0.1,0.9" : "0.9,0.1"),secret \(row),\(site),\(row % 3)")
    }
    lines += (80..<100).map { "row-\($0),b,0.2,0.8,secret \($0),mail,\($0 % 3)" }
    let file = try folder.write(lines.joined(separator: "\n") + "\n", to: "predictions.csv")
    try folder.write(
      "examples: \(examples)\nregistry: runs\nout: public\nexperiments: {mails: {slices: \(slices)}}\n",
      to: "assay.yaml")
    if !session.fileSystem.exists(folder.path + "/runs") {
      for seed in 1...2 {
        let logged = await session.run(
          "log", folder.path + "/runs", "--experiment", "mails", "--param", "seed=\(seed)",
          "--run", "r\(seed)", "--predictions", file)
        #expect(logged.exitCode == 0, "\(logged.errors)")
      }
    }
    let result = await session.run("build", folder.path)
    #expect(result.exitCode == 0, "\(result.errors)")
    let out = folder.path + "/public"
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: out)
    where name.hasSuffix(".html") || name.hasSuffix(".csv") {
      files[name] = String(
        decoding: try session.fileSystem.read(out + "/" + name, limit: 1 << 24), as: UTF8.self)
    }
    return files
  }

  private func page(_ files: [String: String]) throws -> String {
    try #require(files.first { $0.key.contains("r1/index.html") }?.value)
  }

  private func names(_ files: [String: String]) -> Set<String> {
    Set(files.keys.filter { $0.contains("/r1/") }.map { FilePath.name(of: $0) })
  }

  @Test func aPageHasSlicesFoldsAndLabelErrorsWithTheirFiles() async throws {
    let files = try await build("full")
    let page = try page(files)
    for slug in ["slices", "folds", "label-errors"] { #expect(page.contains("id=\"\(slug)\""), "\(slug)") }
    #expect(names(files).isSuperset(of: ["slices.csv", "folds.csv", "label-errors.csv"]))
    #expect(page.contains("href=\"slices.csv\"") && page.contains("href=\"label-errors.csv\""))
    #expect(files.values.contains { $0.contains("site = 'web',") })
    let experiment = try #require(files.first { $0.value.contains("id=\"repeated-runs\"") }?.value)
    #expect(experiment.contains("± 0.000 over 2 runs"))
  }

  @Test func theValueOfAnAttributeIsNeverMarkup() async throws {
    let page = try page(try await build("full"))
    #expect(page.contains("site = &lt;script>alert(1)") || page.contains("site = &lt;script&gt;alert(1)"))
    #expect(!page.contains("<script>alert"))
  }

  @Test(arguments: ["ids", "none"])
  func examplesAreKeptOffPagesAndFiles(policy: String) async throws {
    let files = try await build(policy)
    for (name, text) in files {
      #expect(!text.contains("secret"), "\(name)")
      #expect(!text.contains("alert(1)"), "\(name)")
      if policy == "none" { #expect(!text.contains("row-"), "\(name)") }
    }
    #expect(names(files).contains("label-errors.csv") == (policy == "ids"))
    #expect(names(files).isSuperset(of: ["slices.csv", "folds.csv"]))
  }

  @Test func aChangedSliceMakesThePageAnew() async throws {
    #expect(try page(try await build("full")).contains("length(text) > 5") == false)
    let page = try page(try await build("full", slices: "[length(text) > 5]"))
    #expect(page.contains("length(text) &gt; 5") || page.contains("length(text) > 5"))
  }

  @Test func aSliceWithoutItsColumnIsAWarningAndLeftOut() async throws {
    let page = try page(try await build("full", slices: "[siet = 'web']"))
    #expect(page.contains("siet"))
    let result = await session.run("build", folder.path, "--clean", "--strict")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("the column “siet” in the slice “siet = 'web'” of assay.yaml"))
    #expect(result.errors.contains("Did you mean “site”? The slice is left out."))
  }
}
