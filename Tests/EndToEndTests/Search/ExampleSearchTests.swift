import Diagnostics
import Foundation
import RunModel
import RunRegistry
import TestSupport
import Testing

/// Searches over models of scikit-learn, as the documentation and the example site have them.
@Suite struct ExampleSearchTests {
  private let scratch: TemporaryDirectory

  init() throws {
    scratch = try TemporaryDirectory()
  }

  /// The environment in which `python` has scikit-learn.
  private static let environment = [
    "PATH": Fixture.packageFolder + "/.build/venv/bin:/usr/bin:/bin"
  ]

  /// The pages of a site of the registry as one text.
  private func pages() throws -> String {
    let site = try Command.assay("build", scratch.path + "/registry", "--out", scratch.path + "/public")
    #expect(site.exitCode == 0, "\(site.errorOutput)")
    let files =
      FileManager.default.enumerator(atPath: scratch.path + "/public")?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix("index.html") }.map {
      try String(contentsOfFile: scratch.path + "/public/" + $0, encoding: .utf8)
    }.joined()
  }

  @Test func theExampleOfTheDocumentation() throws {
    let text = try String(contentsOfFile: Fixture.packageFolder + "/docs/search.md", encoding: .utf8)
    func block(_ language: String) throws -> String {
      let part = try #require(text.components(separatedBy: "```\(language)\n").dropFirst().first)
      return try #require(part.components(separatedBy: "\n```").first) + "\n"
    }
    let spec = try block("yaml")
    #expect(spec.contains("trials: 30\n"))
    let path = try scratch.write(spec.replacing("trials: 30\n", with: "trials: 6\n"), to: "search.yaml")
    try scratch.write(try block("python"), to: "train.py")
    let result = try Command.assay("search", path, environment: Self.environment)
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    let runs = try Registry(path: scratch.path + "/registry").load().runs
    #expect(runs.count == 6 && runs.allSatisfy { $0.status == .completed })
    #expect(runs.compactMap { $0.metrics["accuracy"]?.number }.allSatisfy { (0.05...1).contains($0) })
    #expect(Set(runs.compactMap { $0.provenance[SearchProvenance.worker] }).count == 2)
    let pages = try pages()
    #expect(pages.contains("id=\"metric-over-runs\"") && pages.contains("id=\"parameter-effects\""))
  }

  @Test func theSearchOfTheExampleSiteFindsWhatItFound() throws {
    let example = Fixture.packageFolder + "/site-example"
    let folder = scratch.path + "/experiments"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["tumour_search.py", "scores.py"] {
      try FileManager.default.copyItem(atPath: "\(example)/experiments/\(name)", toPath: "\(folder)/\(name)")
    }
    let spec = try String(contentsOfFile: "\(example)/experiments/tumour_search.yaml", encoding: .utf8)
    #expect(spec.contains("trials: 24\n") && spec.contains("workers: 2\n"))
    try scratch.write(
      spec.replacing("trials: 24\n", with: "trials: 11\n"), to: "experiments/tumour_search.yaml")
    let result = try Command.assay("search", folder + "/tumour_search.yaml", environment: Self.environment)
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    let kept = Dictionary(
      uniqueKeysWithValues: try Registry(path: example + "/registry").load().runs.map { ($0.id, $0) })
    let runs = try Registry(path: scratch.path + "/registry").load().runs
    #expect(runs.count == 11 && runs.count { $0.status == .failed } == 1)
    for run in runs {
      let before = try #require(kept[run.id])
      #expect(run.params == before.params && run.status == before.status, "\(run.id)")
      let (own, other) = (run.metrics["log_loss"]?.number, before.metrics["log_loss"]?.number)
      #expect((own == nil) == (other == nil))
      // The same program of the same version; another processor may sum in another order.
      if let own, let other { #expect(abs(own - other) <= 1e-6 * abs(other), "\(run.id)") }
      #expect(run.artifacts.map(\.id).sorted() == before.artifacts.map(\.id).sorted())
    }
    #expect(try pages().contains("Failed runs"))
  }
}
