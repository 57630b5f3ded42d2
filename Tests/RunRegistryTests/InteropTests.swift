import Diagnostics
import FileFormats
import Foundation
import RunModel
import RunRegistry
import TestSupport
import Testing

/// Holds Assay against the real experiment-results-manager 0.1.2, which `scripts/set-up test` installs.
struct InteropTests {
  @Test func assayReadsEverythingThatTheRealProgramWrites() throws {
    let scratch = try TemporaryDirectory()
    let seen = try check("write", scratch.path + "/registry", "60")
    let collection = try Registry(path: scratch.path + "/registry").load()
    #expect(collection.diagnostics == [])
    #expect(collection.runs.count == 60)
    let runs = Dictionary(uniqueKeysWithValues: collection.runs.map { (ExactString($0.id.description), $0) })
    #expect(seen.count == 60)
    for expected in seen {
      let path = try #require(expected["path"]?.string)
      let run = try #require(runs[ExactString(path)], "\(path)")
      #expect(run.timestamp?.isoWithoutZone == expected["timestamp"]?.string, "\(path)")
      #expect(texts(run.params) == texts(expected["params"]), "\(path)")
      #expect(texts(run.metrics) == texts(expected["metrics"]), "\(path)")
      let dicts = try #require(expected["dicts"]?.object)
      #expect(run.dicts.count == dicts.count)
      for member in dicts.members {
        #expect(texts(run.dicts[ExactString(member.name)] ?? [:]) == texts(member.value), "\(path)")
      }
      try compare(run, with: expected["artifacts"])
      #expect(run.notes == (run.artifact("notes.md") == nil ? nil : "# Notes\n\nA **try**.\n"))
    }
  }

  @Test func theRealProgramOpensEverythingThatAssayWrites() throws {
    let scratch = try TemporaryDirectory()
    let registry = Registry(path: scratch.path + "/registry")
    var generator = SeededGenerator(seed: 12)
    for number in 0..<60 {
      let run = generatedRun(number, &generator)
      var draft = ExperimentRun(run)
      draft.logMetric("loss over steps", 0.5, step: 1)
      draft.logMetric("loss over steps", .nan, step: 2)
      _ = try registry.save(draft)
    }
    let seen = try check("read", registry.path)
    let runs = try registry.load().runs
    #expect(seen.count == 60)
    #expect(
      Set(runs.map { ExactString($0.id.description) })
        == Set(seen.map { ExactString($0["path"]?.string ?? "") }))
    let seenByPath = Dictionary(
      seen.map { (ExactString($0["path"]?.string ?? ""), $0) }, uniquingKeysWith: { first, _ in first })
    for run in runs {
      let actual = try #require(seenByPath[ExactString(run.id.description)])
      #expect(actual["experiment"]?.string == run.id.experiment.text)
      #expect(actual["variant"]?.string == run.id.variant.text)
      #expect(actual["run"]?.string == run.id.run.text)
      #expect(actual["timestamp"]?.string == run.timestamp?.isoWithoutZone)
      try compare(run.params, with: actual["params"])
      try compare(run.metrics, with: actual["metrics"])
      for (name, values) in run.dicts { try compare(values, with: actual["dicts"]?[name.text]) }
      #expect(actual["dicts"]?.object?.count == run.dicts.count)
      try compare(run, with: actual["artifacts"])
    }
  }

  /// What the program sees, by `Tests/Interop/check_erm.py`.
  private func check(_ arguments: String...) throws -> [JSONValue] {
    try #require(
      FileManager.default.isExecutableFile(atPath: Command.pythonPath),
      "there is no \(Command.pythonPath); scripts/set-up test makes it")
    let script = Fixture.packageFolder + "/Tests/Interop/check_erm.py"
    let result = try Command.run(Command.pythonPath, [script] + arguments, timeout: 300)
    try #require(result.exitCode == 0, "\(result.errorOutput)")
    return try #require(try JSONReader.parse(result.outputBytes, path: "check_erm.py").root.array)
  }

  /// The program turns numbers and truth values into text of its own spelling and leaves text alone.
  private func compare(_ values: [ExactString: Scalar], with seen: JSONValue?) throws {
    let members = try #require(seen?.object)
    #expect(members.count == values.count)
    for (name, value) in values {
      let text = try #require(members[name.text]?.string, "\(name)")
      switch value.kind {
      case .integer, .real, .boolean: #expect(Scalar.text(text).hasSameValue(as: value), "\(name): \(text)")
      case .text, .null, .json: #expect(ExactString(text) == ExactString(value.text), "\(name)")
      }
    }
  }

  private func compare(_ run: Run, with seen: JSONValue?) throws {
    let members = try #require(seen?.object)
    #expect(members.count == run.artifacts.count)
    for artifact in run.artifacts {
      let other = try #require(members[artifact.id.text])
      #expect(other["id"]?.string == artifact.id.text)
      #expect(other["filename"]?.string == artifact.filename)
      #expect(other["type"]?.string == artifact.kind.rawValue)
      guard case .file(let path) = artifact.content else {
        Issue.record("artifact \(artifact.id) of \(run.id) has no file")
        continue
      }
      let bytes = try FileSystem.disk.read(path, limit: 1 << 24)
      #expect(other["bytes"]?.string == bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
  }

  private func texts(_ values: [ExactString: Scalar]) -> [ExactString: ExactString] {
    values.mapValues { ExactString($0.text) }
  }

  private func texts(_ value: JSONValue?) -> [ExactString: ExactString] {
    let members = value?.object?.members ?? []
    return Dictionary(
      members.map { (ExactString($0.name), ExactString($0.value.string ?? "")) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// A run with values of every type, names of every sort and artifacts of every kind.
private func generatedRun(_ number: Int, _ generator: inout SeededGenerator) -> Run {
  let names = [
    "lr", "x10", "val/loss", "macro f1", "caf\u{E9}", "cafe\u{301}", "", "a\nb", "<key>", "\u{0}",
    "\u{1F600}",
  ]
  func value() -> Scalar {
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: .integer(Int.random(in: .min ... .max, using: &generator))
    case 1: .real(Double(bitPattern: generator.next()))
    case 2:
      .real([0.1, 1, 1e22, 1e-7, .nan, .infinity, -.infinity][Int.random(in: 0..<7, using: &generator)])
    case 3: .boolean(Bool.random(using: &generator))
    case 4: Scalar(.null, text: "null")
    case 5: Scalar(.json, text: #"[1, {"a": null}]"#)
    case 6: Scalar(.real, text: "0.10")
    case 7: .text(["", "0.10", "nan", "True", "relu", "null"][Int.random(in: 0..<6, using: &generator)])
    default: .text("<b>\"\u{202E}\u{0}\\\u{1F600}e\u{301}\n")
    }
  }
  func table() -> [ExactString: Scalar] {
    var table: [ExactString: Scalar] = [:]
    for name in names where Bool.random(using: &generator) { table[ExactString(name)] = value() }
    return table
  }
  func bytes() -> [UInt8] {
    (0..<Int.random(in: 0..<40, using: &generator)).map { _ in .random(in: 0...255, using: &generator) }
  }
  let experiment = ["digits", "team/digits", "d\u{E9}j\u{E0} vu"][number % 3]
  let variant = ["main", "deep/wide"][number / 3 % 2]
  var run = Run(
    id: RunID(
      experiment: ExactString(experiment), variant: ExactString(variant), run: ExactString("try \(number)")))
  run.timestamp = UTCTimestamp(microseconds: 1_772_442_607_000_000 + Int64(number) * 61_000_001)
  run.params = table()
  run.metrics = table()
  run.dicts = ["recall by class": table(), "\u{E9}": table(), "empty": [:]]
  run.artifacts = Artifact.Kind.allCases.enumerated().map { index, kind in
    Artifact(
      id: ExactString("\(index) \u{E9}"), filename: ["a", "sub/dir/b.bin", "c d", "\u{E9}", "e.html"][index],
      kind: kind,
      mediaType: "text/plain", content: .bytes(bytes()))
  }
  run.status = RunStatus.allCases[number % 6]
  run.features = ["x"]
  run.tags = ["a": "b"]
  run.notes = "Notes."
  run.unknownFields = ["ext": "[1]"]
  return run
}
