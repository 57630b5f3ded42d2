import Diagnostics
import Evaluation
import Foundation
import RunModel
import TestSupport
import Testing

@testable import Experiments

/// What skrobot 1.0.13 wrote of a model, and what Assay makes of the same probabilities.
@Suite struct SkrobotGoldenTests {
  private static let sample = "foreign/skrobot/experiments-output/alice b-2026-03-21T05-15-09/"

  private static func task() throws -> EvaluationCrossValidationTask {
    EvaluationCrossValidationTask(
      train: try RecordedTrainer.dataset("train.csv"), test: try RecordedTrainer.dataset("test.csv"),
      trainer: try RecordedTrainer(), trainerParameters: ["C": 0.1],
      thresholds: (1...9).map { Double($0) / 10 },
      exportAlsoForTrainFolds: true)
  }

  /// The rows of a table that pandas wrote.
  private static func table(_ name: String) throws -> [[String]] {
    let text = try Fixture.text(sample + name)
    return text.components(separatedBy: "<tr").dropFirst().map { row in
      row.matches(of: #/<t[hd]>(.*?)</t[hd]>/#).map { String($0.output.1) }
    }
  }

  private static func rows(_ csv: [UInt8]?) throws -> [[String]] {
    let bytes = try #require(csv)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func everyNumberOfItsTablesIsOurs() async throws {
    let scratch = try TemporaryDirectory()
    let result = try await Self.task().run(in: scratch.path)
    let tables = CrossValidationTables(result: result)
    var compared = 0
    for (name, csv) in [
      ("cv_splits_threshold_metrics.html", tables.splits),
      ("cv_splits_threshold_metrics_summary.html", tables.summary),
      ("test_threshold_metrics.html", tables.test),
    ] {
      let theirs = try Self.table(name)
      let ours = try Self.rows(csv)
      #expect(theirs.count == ours.count, "\(name)")
      #expect(theirs.first == ours.first, "\(name)")
      for (left, right) in zip(theirs.dropFirst(), ours.dropFirst()) {
        #expect(left.count == right.count)
        for (one, other) in zip(left, right) {
          compared += 1
          if one == "NaN" {
            #expect(other.isEmpty)
          } else {
            // Pandas prints six places.
            let difference = try abs(#require(Double(one)) - #require(Double(other)))
            #expect(difference <= 0.000_000_51, "\(name): \(one), \(other)")
          }
        }
      }
    }
    #expect(compared == 27 * 20 + 6 * 37 + 9 * 10)
  }

  @Test func theChoiceIsItsChoiceAndIsAThresholdThatWasTried() async throws {
    let scratch = try TemporaryDirectory()
    let result = try await Self.task().run(in: scratch.path)
    #expect(result.threshold == 0.5)
    #expect(result.summary?.gaps.map(\.threshold) == [0.7, 0.8, 0.9])
    #expect(result.diagnostics.count == 1)
    #expect(result.summary?.rows.map(\.threshold) == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
  }

  /// The same lines with the same blanks; a figure that is cut to three places there is rounded here.
  @Test func itsReportsAreOursButForCutFigures() async throws {
    let scratch = try TemporaryDirectory()
    _ = try await Self.task().run(in: scratch.path)
    var reports = 0
    var figures = 0
    for name in Listing.files(Fixture.path(Self.sample)) where name.hasSuffix(".txt") {
      guard name.contains("_reports/") else { continue }
      let (theirs, ours) = (try Fixture.text(Self.sample + name), try Listing.text(scratch.path + "/" + name))
      reports += 1
      guard name.hasPrefix("classification_reports/") else {
        #expect(theirs == ours, "\(name)")
        continue
      }
      // Where all figures of a column end in 0, skrobot leaves that out; the columns are as wide all the same.
      let lines = zip(theirs.split(separator: "\n"), ours.split(separator: "\n"))
      #expect(theirs.count(where: { $0 == "\n" }) == ours.count(where: { $0 == "\n" }))
      for (line, own) in lines {
        #expect(line.count == own.count, "\(name)")
        let (words, ownWords) = (line.split(separator: " "), own.split(separator: " "))
        #expect(words.count == ownWords.count, "\(name)")
        for (one, other) in zip(words, ownWords) {
          guard one.contains("."), let number = Double(one), let ownNumber = Double(other) else {
            #expect(one == other, "\(name)")
            continue
          }
          figures += 1
          #expect(ownNumber - number > -0.000_1 && ownNumber - number < 0.001_1, "\(name): \(one), \(other)")
        }
      }
    }
    #expect(figures == 9 * 9)
    #expect(reports == 9 + 6 + 5)
    let written = Listing.files(scratch.path).filter { $0.hasSuffix(".txt") }
    #expect(written.count == reports)
  }

  @Test func aReportIsRoundedAsTheDocumentationShowsIt() async throws {
    let scratch = try TemporaryDirectory()
    _ = try await Self.task().run(in: scratch.path)
    #expect(
      try Listing.text(scratch.path + "/classification_reports/classification_report_test_data.txt")
        == """
        Classification report for test data (Threshold = 0.5)

                     precision  recall     f1  support
        0                0.733   0.917  0.815       12
        1                0.933   0.778  0.848       18
        avg / total      0.853   0.833  0.835       30
        """)
  }
}
