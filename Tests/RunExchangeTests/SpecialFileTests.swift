import Diagnostics
import Foundation
import RunModel
import TestSupport
import Testing

@testable import RunExchange

/// Pipes, devices, folders and links in the place of files: nothing vanishes without a word, nothing waits.
struct SpecialFileTests {
  private let place: TemporaryDirectory

  init() throws {
    place = try TemporaryDirectory()
  }

  private static let record = #"{"experiment": {"name": "digits"}, "command": "main", "status": "COMPLETED"}"#
  private static let meta = "experiment_id: '1'\nname: digits\nlifecycle_stage: active\n"

  private func makePipe(_ name: String) {
    #expect(mkfifo(place.path + "/" + name, 0o600) == 0)
  }

  private func makeLink(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: place.path + "/" + name, withDestinationPath: target)
  }

  private func load(_ tool: ImportTool, _ folder: String = "runs") throws -> RunCollection {
    #expect(ImportTool.recognised(at: place.path + "/" + folder) == tool)
    return try tool.source(at: place.path + "/" + folder).load()
  }

  /// The places of what is worse than a note, with the kind.
  private func places(_ collection: RunCollection) -> [String] {
    collection.diagnostics.filter { $0.severity > .note }.map {
      "\($0.place?.path ?? "") \($0.kind.name.dropFirst(7))"
    }
  }

  @Test(arguments: ["pipe", "folder", "list"])
  func aRecordOfSacredThatIsNoneLeavesTheRun(kind: String) throws {
    for run in ["1", "2"] {
      try place.write(Self.record, to: "runs/\(run)/run.json")
      try place.write("{}", to: "runs/\(run)/config.json")
    }
    try place.write(#"{"lr": 1}"#, to: "runs/3/config.json")
    switch kind {
    case "pipe": makePipe("runs/3/run.json")
    case "folder": try place.write("", to: "runs/3/run.json/file")
    default: try place.write("[1,2]", to: "runs/3/run.json")
    }
    let collection = try load(.sacred)
    try #require(collection.runs.map(\.id.description) == [1, 2, 3].map { "digits/main/\($0)" })
    #expect(collection.runs[2].params == ["lr": 1])
    #expect(
      places(collection) == ["3/run.json \(kind == "list" ? "unexpected-value" : "unreadable-file")"])
    try place.write(Self.record.replacing("digits", with: "letters"), to: "runs/2/run.json")
    #expect(
      try load(.sacred).runs.map(\.id.description) == ["digits/main/1", "letters/main/2", "runs/main/3"])
  }

  @Test func linksThatLeadOutOfARunOfSacredAreSaid() throws {
    try place.write(Self.record, to: "runs/1/run.json")
    try place.write("{}", to: "runs/1/config.json")
    try place.write("secret", to: "secret.txt")
    try makeLink("runs/1/metrics.json", to: "/dev/zero")
    try makeLink("runs/1/cout.txt", to: place.path + "/secret.txt")
    try makeLink("runs/1/lost.txt", to: "nowhere")
    makePipe("runs/1/pipe")
    let collection = try load(.sacred)
    #expect(collection.runs.map(\.artifacts) == [[]])
    #expect(
      places(collection) == [
        "1/cout.txt unsafe-link", "1/lost.txt broken-link", "1/metrics.json unsafe-link", "1/pipe no-file",
      ])
  }

  @Test func aMatrixOfDVCLiveThatIsALinkOutIsSaidOnce() throws {
    try place.write("[]", to: "cm.json")
    try place.write("{}", to: "runs/a/dvclive/metrics.json")
    try place.write("x", to: "runs/a/dvclive/plots/sklearn/notes.txt")
    try makeLink("runs/a/dvclive/plots/sklearn/cm.json", to: place.path + "/cm.json")
    let collection = try load(.dvclive)
    #expect(collection.runs.map { $0.artifacts.map(\.id) } == [["dvclive/plots/sklearn/notes.txt"]])
    #expect(places(collection) == ["a/dvclive/plots/sklearn/cm.json unsafe-link"])
  }

  @Test func specialFilesInAStoreOfMLflowAreSaid() throws {
    try place.write(Self.meta, to: "runs/1/meta.yaml")
    try place.write("run_id: aa\nstatus: '3'\n", to: "runs/1/aa/meta.yaml")
    try place.write("1 0.5 1\n", to: "runs/1/aa/metrics/loss")
    for kind in ["metrics", "params", "tags"] {
      try place.write("1 2 3\n", to: "runs/1/aa/\(kind)/good")
      makePipe("runs/1/aa/\(kind)/bad")
    }
    try place.write("x", to: "runs/1/aa/artifacts/a.txt")
    try makeLink("runs/1/aa/artifacts/zero.bin", to: "/dev/zero")
    try makeLink("runs/1/aa/artifacts/etc", to: "/etc")
    try place.write("1 0.5 1\n", to: "runs/1/bb/metrics/loss")
    makePipe("runs/1/bb/meta.yaml")
    makePipe("runs/1/bb/params")
    let collection = try load(.mlflow)
    try #require(collection.runs.map(\.id.description) == ["digits/main/aa", "digits/main/bb"])
    #expect(collection.runs.map { $0.metrics["loss"]?.number } == [0.5, 0.5])
    #expect(collection.runs[0].artifacts.map(\.id) == ["a.txt"])
    #expect(collection.runs[0].params.keys.map(\.text) == ["good"])
    #expect(
      places(collection) == [
        "1/aa/artifacts/etc unsafe-link", "1/aa/artifacts/zero.bin unsafe-link", "1/aa/metrics/bad no-file",
        "1/aa/params/bad no-file", "1/aa/tags/bad no-file", "1/bb/meta.yaml no-file", "1/bb/params no-folder",
      ])
  }

  @Test func anExperimentOfMLflowWhoseRecordIsAPipeIsCalledByItsId() throws {
    try place.write(Self.meta, to: "runs/1/meta.yaml")
    try place.write("run_id: bb\nstatus: '3'\n", to: "runs/2/bb/meta.yaml")
    makePipe("runs/2/meta.yaml")
    let collection = try load(.mlflow)
    #expect(collection.runs.map(\.id.description) == ["2/main/bb"])
    #expect(places(collection) == ["2/meta.yaml no-file"])
  }
}
