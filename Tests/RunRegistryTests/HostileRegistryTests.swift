import Diagnostics
import RunModel
import RunRegistry
import TestSupport
import Testing

/// Trees that somebody broke, by accident or not.
///
/// The good run in each must always be read.
struct HostileRegistryTests {
  @Test func aTruncatedRecordIsDiagnosedWithLineAndColumn() throws {
    let collection = try load(["bad/v/r/erm_metadata.json": "{\"timestamp_utc\":\n  \"2026-03"])
    #expect(
      collection.diagnostics.map(\.description) == [
        "bad/v/r/erm_metadata.json:2:11: error: found the end of the file; expected a closing quote. "
          + "The run is left out."
      ])
  }

  @Test(arguments: [
    "", "[]", "\"text\"", "{} {}", "\u{0}", "{\"a\": 1,}", String(repeating: "[", count: 100_000),
  ])
  func aRecordThatIsNoObjectIsAnError(text: String) throws {
    let collection = try load(["bad/v/r/erm_metadata.json": text])
    #expect(collection.diagnostics.map(\.severity) == [.error])
    #expect(collection.diagnostics.first?.place?.path == "bad/v/r/erm_metadata.json")
    #expect(collection.diagnostics.first?.place?.line == 1)
  }

  @Test func aMissingArtifactIsDiagnosedWhereTheRecordNamesIt() throws {
    let collection = try load([
      "bad/v/r/erm_metadata.json": record(experiment: "bad", artifacts: artifacts([("model", "model.bin")]))
    ])
    #expect(
      collection.diagnostics.map(\.description) == [
        "bad/v/r/erm_metadata.json:1:165: warning: found no file “model.bin” (no such file or folder); expected a "
          + "file below the artifact folder. Artifact “model” is shown as missing."
      ])
    #expect(collection.runs.first?.artifacts.map(\.content) == [.missing])
  }

  @Test(arguments: [
    "../erm_metadata.json", "../../../../etc/passwd", "/etc/passwd", "a/../../x", "", "a\\u0000",
  ])
  func aFileNameThatLeavesTheArtifactFolderIsNeverRead(filename: String) throws {
    let collection = try load([
      "bad/v/r/erm_metadata.json": record(experiment: "bad", artifacts: artifacts([("x", filename)])),
      "bad/v/r/artifacts/a/b": "",
    ])
    #expect(collection.runs.first?.artifacts.map(\.content) == [.missing])
    #expect(collection.diagnostics.map(\.kind.name) == ["registry.unsafe-filename"])
  }

  @Test func aFolderInPlaceOfAnArtifactIsDiagnosed() throws {
    let collection = try load([
      "bad/v/r/erm_metadata.json": record(experiment: "bad", artifacts: artifacts([("x", "a")])),
      "bad/v/r/artifacts/a/b": "",
    ])
    #expect(collection.diagnostics.map(\.found) == ["something at “a” that is not a file"])
  }

  @Test func aLinkOutOfTheRunIsNeverRead() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write("private", to: "private.txt")
    let names = [("direct", "direct"), ("inside", "inside"), ("nested", "folder/private.txt")]
    try scratch.write(record(artifacts: artifacts(names)), to: "registry/e/v/r/erm_metadata.json")
    try scratch.write("mine", to: "registry/e/v/r/artifacts/real")
    let folder = scratch.path + "/registry/e/v/r/artifacts/"
    try link(scratch.path + "/private.txt", folder + "direct")
    try link("real", folder + "inside")
    try link(scratch.path, folder + "folder")
    let collection = try Registry(path: scratch.path + "/registry").load()
    #expect(
      collection.runs.first?.artifacts.map(\.content) == [.missing, .file(folder + "inside"), .missing])
    #expect(
      collection.diagnostics.map(\.found) == [
        "a link at “direct” that leaves the run's folder",
        "a link at “folder/private.txt” that leaves the run's folder",
      ])
  }

  @Test func aLinkedArtifactFolderIsNeverRead() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write("private", to: "secrets/private.txt")
    try scratch.write(
      record(artifacts: artifacts([("x", "private.txt")])), to: "registry/e/v/r/erm_metadata.json")
    try link(scratch.path + "/secrets", scratch.path + "/registry/e/v/r/artifacts")
    let collection = try Registry(path: scratch.path + "/registry").load()
    #expect(collection.runs.first?.artifacts.map(\.content) == [.missing])
    #expect(collection.diagnostics.contains { $0.kind.name == "registry.unsafe-filename" })
  }

  @Test func aLinkedRecordOutsideTheRegistryIsNeverRead() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write(record(), to: "elsewhere.json")
    try scratch.write(record(experiment: "good"), to: "registry/good/v/r/erm_metadata.json")
    try scratch.write("", to: "registry/e/v/r/artifacts/x")
    try link(scratch.path + "/elsewhere.json", scratch.path + "/registry/e/v/r/erm_metadata.json")
    let collection = try Registry(path: scratch.path + "/registry").load()
    #expect(collection.runs.map(\.id.experiment) == ["good"])
    #expect(collection.diagnostics.map(\.found) == ["a link that leaves the registry"])
  }

  @Test func linksToFoldersAreNotFollowedAndCyclesEnd() throws {
    let scratch = try TemporaryDirectory()
    try scratch.write(record(), to: "registry/e/v/r/erm_metadata.json")
    try link("..", scratch.path + "/registry/e/loop")
    try link("self", scratch.path + "/registry/self")
    try link("nowhere", scratch.path + "/registry/broken")
    let collection = try Registry(path: scratch.path + "/registry").load()
    #expect(collection.runs.map(\.id.description) == ["e/v/r"])
    #expect(collection.diagnostics.map { $0.place?.path } == ["e/loop", "self"])
    #expect(collection.diagnostics.map(\.kind.name) == ["registry.linked-folder", "registry.linked-folder"])
  }

  @Test func anUnreadableFolderIsDiagnosed() throws {
    let files = FileSystem.inMemory([
      "/registry/good/v/r/erm_metadata.json": record(experiment: "good"),
      "/registry/bad/v/r/erm_metadata.json": record(experiment: "bad"),
    ])
    var broken = files
    broken.list = { path throws(FileSystemError) in
      if path.hasSuffix("/bad") { throw FileSystemError(.permissionDenied, path: path) }
      return try files.list(path)
    }
    let collection = try Registry(path: "/registry", fileSystem: broken).load()
    #expect(collection.runs.map(\.id.experiment) == ["good"])
    #expect(
      collection.diagnostics.map(\.description) == [
        "bad: error: found a folder that cannot be read (permission denied); expected a folder that may be listed. "
          + "Whatever runs it holds are left out."
      ])
  }

  @Test func anUnreadableArtifactFolderLeavesTheRunWithoutArtifacts() throws {
    let files = FileSystem.inMemory([
      "/registry/e/v/r/erm_metadata.json": record(params: #"{"a": 1}"#, artifacts: artifacts([("x", "x")])),
      "/registry/e/v/r/artifacts/x": "",
    ])
    var broken = files
    broken.list = { path throws(FileSystemError) in
      if path.hasSuffix("/artifacts") { throw FileSystemError(.permissionDenied, path: path) }
      return try files.list(path)
    }
    let collection = try Registry(path: "/registry", fileSystem: broken).load()
    #expect(collection.runs.first?.params == ["a": .integer(1)])
    #expect(collection.runs.first?.artifacts.map(\.content) == [.missing])
    #expect(collection.diagnostics.map { $0.place?.path } == ["e/v/r/artifacts"])
  }

  @Test func aRecordOfMoreThanTheLimitIsRefusedUnread() throws {
    let files = FileSystem.inMemory([
      "/registry/good/v/r/erm_metadata.json": record(experiment: "good"),
      "/registry/bad/v/r/erm_metadata.json": "",
    ])
    var huge = files
    huge.open = { path throws(FileSystemError) in
      guard path.contains("/bad/") else { return try files.open(path) }
      return ReadableFile(size: 200 << 20) { _, _ throws(FileSystemError) in
        throw FileSystemError(.other, path: path, detail: "was read")
      }
    }
    let collection = try Registry(path: "/registry", fileSystem: huge).load()
    #expect(collection.runs.map(\.id.experiment) == ["good"])
    #expect(
      collection.diagnostics.map(\.found) == [
        "a file that is too large (209715200 bytes, more than 134217728)"
      ])
  }

  @Test func artifactsWithoutARecordAreAnUnfinishedRun() throws {
    let collection = try load(["bad/v/r/artifacts/model.bin": ""])
    #expect(collection.diagnostics.map { $0.place?.path } == ["bad/v/r"])
    #expect(collection.diagnostics.map(\.kind.name) == ["registry.unfinished-run"])
  }

  @Test func aCopiedRunIsShownUnderItsFolder() throws {
    let collection = try load([
      "e/v/r/erm_metadata.json": record(), "e/v/r copy/erm_metadata.json": record(),
    ])
    #expect(collection.runs.map(\.id.description).filter { $0.hasPrefix("e/") } == ["e/v/r", "e/v/r copy"])
    #expect(collection.diagnostics.contains { $0.kind.name == "registry.duplicate-id" })
  }

  @Test func invisibleCharactersInNamesAreShownInMessages() throws {
    let collection = try load(["e\u{202E}x/v/r/erm_metadata.json": "{"])
    #expect(
      collection.diagnostics.first?.description.hasPrefix("e\\u{202E}x/v/r/erm_metadata.json:1:2: error")
        == true)
  }

  @Test func foldersThatNeverEndAreCutOff() throws {
    let deep = String(repeating: "d/", count: 60)
    let collection = try load([deep + "erm_metadata.json": record()])
    #expect(collection.diagnostics.map(\.kind.name) == ["registry.too-deep"])
  }

  @Test func damageAnywhereNeverHidesTheGoodRunNorCrashes() throws {
    var generator = SeededGenerator(seed: 21)
    let whole = Array(
      record(
        experiment: "bad", params: #"{"a": "0.1", "b": [1, {"c": null}], "d": 1e-7, "é": "\ud83d\ude00"}"#,
        artifacts: artifacts([("x", "x"), ("y", "sub/y")]),
        more:
          #", "assay": {"schema_version": 1, "histories": {"m": [{"step": 1, "value": "NaN"}]}, "tags": {"t": "v"}}"#
      ).utf8)
    for _ in 0..<FuzzDose.rounds(default: 500) {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<4, using: &generator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[position] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.remove(at: position)
        case 2:
          bytes.insert(
            contentsOf: Array("\"{}[],:9-e\\u0".utf8).shuffled(using: &generator).prefix(2), at: position)
        default: bytes = Array(bytes.prefix(position + 1))
        }
      }
      let files = FileSystem.inMemory(bytes: [
        "/registry/bad/v/r/erm_metadata.json": bytes,
        "/registry/good/v/r/erm_metadata.json": Array(record(experiment: "good").utf8),
      ])
      let runs = try Registry(path: "/registry", fileSystem: files).load().runs
      #expect(runs.contains { $0.id.description == "good/v/r" })
    }
  }

  /// Loads a registry of these files and a good run, which must be there whatever the others are.
  private func load(_ files: [String: String]) throws -> RunCollection {
    let good = ["good/v/r/erm_metadata.json": record(experiment: "good")]
    let collection = try registry(files.merging(good) { first, _ in first }).load()
    #expect(collection.runs.contains { $0.id.description == "good/v/r" })
    return collection
  }

  private func link(_ target: String, _ path: String) throws {
    let result = try Command.run("ln", ["-s", target, path])
    #expect(result.exitCode == 0)
  }
}
