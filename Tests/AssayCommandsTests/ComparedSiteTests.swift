import Diagnostics
import FileFormats
import Foundation
import TestSupport
import Testing

@testable import AssayCommands

/// A site of two runs on the same images: what the page of their comparison and the files beside it say.
@Suite struct ComparedSiteTests {
  private let folder: TemporaryDirectory
  private let session = CommandSession()

  init() throws {
    folder = try TemporaryDirectory()
  }

  /// A picture of one point.
  private static let picture =
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
    ?? Data()

  /// 40 rows, of which `wrong` are wrong.
  private func predictions(wrong: Set<Int>, weight: Int = 1) -> String {
    var lines = ["id,y_true,proba_a,proba_b,text,image,sample_weight"]
    for row in 0..<40 {
      let (truth, other) = row % 2 == 0 ? ("a", "0.9,0.1") : ("b", "0.2,0.8")
      let probabilities =
        wrong.contains(row) ? other.split(separator: ",").reversed().joined(separator: ",") : other
      lines.append(
        "row-\(row),\(truth),\(probabilities),secret \(row),picture-\(row).png,\(row == 0 ? weight : 1)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Builds the site; its files by their names.
  private func build(_ examples: String, weight: Int = 1) async throws -> [String: String] {
    try folder.write(
      "examples: \(examples)\nregistry: runs\nout: public\nexperiments: {mails: {baseline: r1}}\n",
      to: "assay.yaml")
    for (run, wrong) in [("r1", Set(0..<12)), ("r2", Set([2, 30, 31]))] {
      let file = try folder.write(
        predictions(wrong: wrong, weight: run == "r2" ? weight : 1), to: "predictions.csv")
      let logged = await session.run(
        "log", folder.path + "/runs", "--experiment", "mails", "--run", run, "--predictions", file)
      #expect(logged.exitCode == 0, "\(logged.errors)")
    }
    for row in [0, 3, 30] {
      try folder.write(Array(Self.picture), to: "runs/mails/main/r1/picture-\(row).png")
    }
    let result = await session.run("build", folder.path)
    #expect(result.exitCode == 0, "\(result.errors)")
    let out = folder.path + "/public"
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: out)
    where name.contains("/r2/") || name.hasSuffix(".png") {
      guard (try session.fileSystem.attributes(out + "/" + name)).kind == .file else { continue }
      files[name.split(separator: "/r2/").last.map(String.init) ?? name] = String(
        decoding: try session.fileSystem.read(out + "/" + name, limit: 1 << 24), as: UTF8.self)
    }
    return files
  }

  @Test func thePageLinksTheFilesBesideIt() async throws {
    let files = try await build("full")
    let page = try #require(files["compare.html"])
    for name in ["comparison.json", "differences.csv", "fixed.csv", "broken.csv", "confusion-difference.csv"]
    {
      #expect(files[name] != nil && page.contains("href=\"\(name)\""), "\(name)")
    }
    let fixed = try #require(files["fixed.csv"]).split(whereSeparator: \.isNewline)
    #expect(fixed.count == 12)
    #expect(fixed.contains("row-3,b,a,b,0.2,0.8,secret 3,picture-3.png"))
    #expect(try #require(files["broken.csv"]).split(whereSeparator: \.isNewline).count == 3)
    let json = try JSONReader.parse(Array(try #require(files["comparison.json"]).utf8), path: "json").root
    #expect(json["baseline"]?.string == "mails/main/r1")
    #expect(json["comparison"]?["verdict"]?.string == "better")
    #expect(json["comparison"]?["churn"]?["fixed"]?.number?.integer == 11)
    #expect(json["comparison"]?["broken"]?.array?.count == 2)
  }

  @Test func changedExamplesShowTheirImages() async throws {
    let files = try await build("full")
    let page = try #require(files["compare.html"])
    // Fixed by the candidate, so on no page of its own errors; the picture lies in the baseline's folder.
    #expect(page.contains("alt=\"Image of row-3\"") && page.contains("alt=\"Image of row-30\""))
    #expect(page.contains("<code>picture-5.png</code>"))
    #expect(files.keys.contains { $0.hasSuffix("r1/examples/picture-30.png") })
  }

  @Test(arguments: ["ids", "none"])
  func examplesAreKeptOffPagesAndFiles(policy: String) async throws {
    let files = try await build(policy)
    for (name, text) in files {
      #expect(!text.contains("secret") && !text.contains("picture-"), "\(name)")
      if policy == "none" { #expect(!text.contains("row-"), "\(name)") }
    }
    #expect(!files.keys.contains { $0.hasSuffix(".png") })
    #expect((files["fixed.csv"] != nil) == (policy == "ids"))
    #expect(files["comparison.json"] != nil && files["differences.csv"] != nil)
  }

  @Test(arguments: ["full", "none"])
  func rowsThatCannotBeAlignedAreSaidToBeSo(policy: String) async throws {
    let files = try await build(policy, weight: 2)
    let page = try #require(files["compare.html"])
    let reason =
      policy == "full"
      ? "found other weights, first of the row “row-0”" : "the rows of both are not about the same examples"
    #expect(page.contains("B beside A: \(reason)."))
    #expect(!page.contains("fixed.csv"))
    #expect(try #require(files["comparison.json"]).contains("\"reason\": \"\(reason)"))
    #expect(try #require(files["differences.csv"]).split(whereSeparator: \.isNewline).count == 1)
  }
}
