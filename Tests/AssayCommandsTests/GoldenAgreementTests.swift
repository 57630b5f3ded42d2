import Diagnostics
import FileFormats
import Foundation
import TestSupport
import Testing

@testable import AssayCommands

/// `assay evaluate --format json` against what scikit-learn says of the same files.
///
/// The goldens beside the fixtures were computed from the files as read back; in them a division by zero is 0 where
/// Assay has `null`.
@Suite struct GoldenAgreementTests {
  private static let endings = ["csv", "tsv", "jsonl", "npz"]

  private static var names: [String] {
    let folder = URL(filePath: Fixture.path("predictions"))
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".golden.json") && $0.split(separator: ".").count == 3 }
      .map { String($0.dropLast(".golden.json".count)) }
      .filter { file(of: $0) != nil }
      .sorted()
  }

  private static func file(of name: String) -> String? {
    endings.map { Fixture.path("predictions/\(name).\($0)") }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  private static func json(_ bytes: [UInt8]) throws -> JSONValue {
    try JSONReader.parse(bytes, path: "json").root
  }

  private func evaluate(_ name: String) async throws -> JSONValue {
    let path = try #require(Self.file(of: name))
    let result = await CommandSession().run("evaluate", path, "--format", "json")
    #expect(result.exitCode == 0)
    return try Self.json(Array(result.output.utf8))
  }

  private func golden(_ name: String) throws -> JSONValue {
    try Self.json(try Fixture.bytes("predictions/\(name).golden.json"))
  }

  @Test func thereAreGoldensToCompareWith() {
    #expect(Self.names.count >= 20)
  }

  @Test(arguments: Self.names)
  func everyNumberAgreesWithScikitLearn(name: String) async throws {
    let golden = try golden(name)
    let ours = try await evaluate(name)
    #expect(ours["rows"]?.number?.integer == golden["rows"]?.number?.integer)
    #expect(Self.strings(ours["labels"]).sorted() == Self.strings(golden["labels"]).sorted())
    #expect(try Self.metricDifferences(ours, golden) == [])
    #expect(try Self.labelDifferences(ours, golden) == [])
    #expect(try Self.confusionDifferences(ours, golden) == [])
  }

  private static func metricDifferences(_ ours: JSONValue, _ golden: JSONValue) throws -> [String] {
    try #require(golden["metrics"]?.object).members.compactMap { metric in
      guard let value = ours["metrics"]?[metric.name] else { return "\(metric.name) is not computed" }
      return difference(value, metric.value, metric.name)
    }
  }

  private static func labelDifferences(_ ours: JSONValue, _ golden: JSONValue) throws -> [String] {
    let predicted = Set(cells(ours).map { ExactString($0.predicted) })
    return try #require(golden["per_label"]?.object).members.flatMap { label in
      let isTrue = label.value["support"]?.number?.value != 0
      let isPredicted = predicted.contains(ExactString(label.name))
      let undefined = [
        "precision": !isPredicted, "recall": !isTrue, "f1": !isPredicted && !isTrue,
      ]
      return (label.value.object?.members ?? []).compactMap { golden in
        let name = "\(golden.name) of \(label.name)"
        guard let value = ours["per_label"]?[label.name]?[golden.name] else {
          return "\(name) is not computed"
        }
        guard undefined[golden.name] == true else { return difference(value, golden.value, name) }
        return value.isNull && golden.value.number?.value == 0 ? nil : "\(name) is defined"
      }
    }
  }

  private static func confusionDifferences(_ ours: JSONValue, _ golden: JSONValue) throws -> [String] {
    let cells = cells(ours)
    let goldenCells = goldenCells(golden)
    try #require(!goldenCells.isEmpty)
    guard cells.map(\.name) == goldenCells.map(\.name) else { return ["other cells are not 0"] }
    return zip(cells, goldenCells).compactMap { cell, golden in
      abs(cell.count - golden.count) <= 1e-9 * golden.count ? nil : "\(cell) instead of \(golden)"
    }
  }

  @Test(arguments: ["digits", "tumour"])
  func calibrationAgreesWithItsGolden(name: String) async throws {
    let golden = try Self.json(try Fixture.bytes("predictions/\(name).calibration.golden.json"))
    let ours = try await evaluate(name)
    let pairs = [
      ("expected_calibration_error", golden["top_label"]?["ece"]),
      ("maximum_calibration_error", golden["top_label"]?["mce"]),
      ("expected_calibration_error_classwise", golden["classwise_ece"]),
    ]
    for (metric, theirs) in pairs {
      let value = try #require(ours["metrics"]?[metric])
      #expect(Self.difference(value, try #require(theirs), metric) == nil)
    }
    let bins = try #require(ours["calibration"]?["top_label"]?.array)
    let theirs = try #require(golden["top_label"]?["bins"]?.array).filter { $0["count"]?.number?.value != 0 }
    #expect(bins.count == theirs.count)
    for (bin, golden) in zip(bins, theirs) {
      for (key, other) in [("n", "count"), ("accuracy", "accuracy"), ("confidence", "confidence")] {
        #expect(Self.difference(try #require(bin[key]), try #require(golden[other]), key) == nil)
      }
    }
  }

  @Test func theSweepAgreesWithItsGolden() async throws {
    let golden = try Self.json(try Fixture.bytes("predictions/tumour.thresholds.golden.json"))
    let rows = try #require(try await evaluate("tumour")["thresholds"]?.array)
    let theirs = try #require(golden["rows"]?.array)
    #expect(rows.count == 99 && theirs.count == 99)
    for (row, golden) in zip(rows, theirs) {
      for member in try #require(golden.object).members {
        let value = try #require(row[member.name], "\(member.name)")
        #expect(Self.difference(value, member.value, member.name) == nil)
      }
    }
  }

  /// One cell of a confusion matrix that is not 0.
  private struct Cell {
    var truth: String
    var predicted: String
    var count: Double

    var name: String { "\(truth)\u{0}\(predicted)" }

    static func precedes(_ left: Cell, _ right: Cell) -> Bool {
      ExactString(left.name) < ExactString(right.name)
    }
  }

  private static func cells(_ ours: JSONValue) -> [Cell] {
    if let matrices = ours["confusion_per_label"]?.object { return cells(perLabel: matrices) }
    return cells(ours["confusion"]?["counts"], labels: strings(ours["confusion"]?["labels"])).sorted(
      by: Cell.precedes)
  }

  private static func goldenCells(_ golden: JSONValue) -> [Cell] {
    if let matrices = golden["confusion_per_label"]?.object { return cells(perLabel: matrices) }
    guard let sparse = golden["confusion_sparse"]?.array else {
      return cells(golden["confusion"], labels: strings(golden["labels"])).sorted(by: Cell.precedes)
    }
    return sparse.compactMap { cell in
      guard let parts = cell.array, parts.count == 3, let count = parts[2].number?.value else { return nil }
      return Cell(truth: parts[0].string ?? "", predicted: parts[1].string ?? "", count: count)
    }
    .sorted(by: Cell.precedes)
  }

  private static func cells(perLabel matrices: JSONObject) -> [Cell] {
    matrices.members.flatMap { cells($0.value, labels: ["not \($0.name)", $0.name]) }
      .sorted(by: Cell.precedes)
  }

  private static func cells(_ matrix: JSONValue?, labels: [String]) -> [Cell] {
    zip(labels, matrix?.array ?? []).flatMap { truth, row in
      zip(labels, row.array ?? []).compactMap { predicted, cell in
        guard let count = cell.number?.value, count != 0 else { return nil }
        return Cell(truth: truth, predicted: predicted, count: count)
      }
    }
  }

  private static func strings(_ value: JSONValue?) -> [String] {
    value?.array?.compactMap(\.string) ?? []
  }

  private static func difference(_ value: JSONValue, _ golden: JSONValue, _ name: String) -> String? {
    if value.isNull && golden.isNull { return nil }
    guard let left = value.number?.value, let right = golden.number?.value else {
      return "\(name): \(value.kind) instead of \(golden.kind)"
    }
    return abs(left - right) <= 1e-9 * max(abs(left), abs(right))
      ? nil : "\(name): \(left) instead of \(right)"
  }
}
