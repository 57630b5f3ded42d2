import Diagnostics
import FileFormats
import RunModel
import RunRegistry
import TestSupport
import Testing

@testable import AssayCommands

@Suite struct ListRunsTests {
  private let folder: TemporaryDirectory
  private let session = CommandSession()
  private var registry: String { folder.path + "/registry" }

  init() throws {
    folder = try TemporaryDirectory()
    let registry = Registry(path: folder.path + "/registry")
    for (variant, run, second) in [("main", "z", 1), ("main", "a", 2), ("forest", "only", 3)] {
      let time = UTCTimestamp(microseconds: Int64(second) * 1_000_000)
      var draft = ExperimentRun(
        experiment: "digits", variant: .init(variant), run: .init(run), timestamp: time)
      draft.logMetric("accuracy", variant == "forest" ? 0.97123456 : 0.97)
      if run == "a" { draft.run.status = .failed }
      _ = try registry.save(draft)
    }
  }

  @Test func runsAreListedAsATreeOldestFirst() async {
    let result = await session.run("list", registry)
    #expect(result.exitCode == 0)
    #expect(
      result.output == """
        digits
          forest
            only  completed  accuracy 0.9712
          main
            z  completed  accuracy 0.97
            a  failed     accuracy 0.97

        """)
  }

  @Test func aRunIsOneLineWithItsFirstMetrics() {
    var run = Run(id: RunID(experiment: "digits", variant: "forest", run: "2026_03_02__09_10_07"))
    run.metrics = ["f1_macro": 0.96, "accuracy": 0.97]
    let listing = RunListing(RunCollection(sourceName: "test", runs: [run]))
    #expect(
      RunTree(listing).text == """
        digits
          forest
            2026_03_02__09_10_07  completed  accuracy 0.97, f1_macro 0.96

        """)
    for name in ["a", "b", "c"] { run.metrics[ExactString(name)] = 1 }
    let longer = RunListing(RunCollection(sourceName: "test", runs: [run]))
    #expect(RunTree(longer).text.hasSuffix("  a 1, accuracy 0.97, b 1, c 1, 1 more\n"))
    #expect(RunTree(RunListing(RunCollection(sourceName: "test", runs: []))).text == "no runs\n")
  }

  @Test func oneVariantCanBeListedAsJSON() async throws {
    let result = await session.run("list", registry, "digits", "main", "--format", "json")
    let root = try JSONReader.parse(Array(result.output.utf8), path: "list").root
    let variants = root["experiments"]?.array?.first?["variants"]?.array ?? []
    #expect(root["schema_version"]?.number?.integer == 1)
    #expect(variants.count == 1)
    #expect(variants.first?["runs"]?.array?.compactMap { $0["run"]?.string } == ["z", "a"])
  }

  @Test func anUnknownNameIsAnErrorWithTheNearOne() async {
    let experiment = await session.run("list", registry, "digit")
    #expect(experiment.exitCode == 2)
    #expect(experiment.errors.contains("“digit” is not one of digits. Did you mean “digits”?"))
    let variant = await session.run("list", registry, "digits", "forrest")
    #expect(variant.exitCode == 2)
    #expect(variant.errors.contains("Did you mean “forest”?"))
  }

  @Test func aFolderThatIsNotThereIsAnError() async {
    let result = await session.run("list", folder.path + "/none")
    #expect(result.exitCode == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("assay: error: "))
  }

  @Test func aBrokenRunIsAWarningThatStrictTurnsIntoCode1() async throws {
    try folder.write("{", to: "registry/digits/main/bad/erm_metadata.json")
    let lenient = await session.run("list", registry)
    #expect(lenient.exitCode == 0)
    #expect(lenient.output.contains("only"))
    #expect(lenient.errors.contains("bad/erm_metadata.json:1:2: error: "))
    #expect(lenient.errors.hasSuffix("1 error\n"))
    let strict = await session.run("list", registry, "--strict")
    #expect(strict.exitCode == 1)
    #expect(strict.output == lenient.output)
  }

  @Test func anUnknownFormatSuggestsTheNearOne() async {
    let result = await session.run("list", registry, "--format", "jsno")
    #expect(result.exitCode == 64)
    #expect(result.errors.contains("“jsno” is not one of text, json. Did you mean “json”?"))
  }
}
