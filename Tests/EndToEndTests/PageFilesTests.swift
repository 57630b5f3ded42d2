import Foundation
import TestSupport
import Testing

/// What lies beside pages.
@Suite struct PageFilesTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
  }

  @Test func theDocumentBesideARunIsWhatEvaluateWrites() throws {
    let run = "digits/logistic/2026_09_15__10_05_00"
    let example = Fixture.packageFolder + "/site-example"
    let beside = try String(contentsOfFile: "\(example)/public/\(run)/evaluation.json", encoding: .utf8)
    let result = try Command.assay(
      "evaluate", "registry/\(run)/artifacts/predictions.csv", "--format", "json", folder: example)
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    #expect(result.output == beside)
  }

  /// Long ids and texts are what a file might be kept open for.
  @Test func aSiteHasMoreRunsThanAProcessMayHaveFilesOpen() throws {
    let lines = (0..<60).map { row in
      "a-rather-long-identifier-\(row),\(row % 2 == 0 ? "a" : "b"),a,the text of row number \(row)"
    }
    let file = try folder.write(
      "id,y_true,y_pred,text\n" + lines.joined(separator: "\n") + "\n", to: "predictions.csv")
    for seed in 1...40 {
      let logged = try Command.assay(
        "log", "runs", "--experiment", "e", "--param", "seed=\(seed)", "--run", "r\(seed)",
        "--predictions", file, folder: folder.path)
      #expect(logged.exitCode == 0, "\(logged.errorOutput)")
    }
    let built = try Command.run(
      "/bin/sh", ["-c", "ulimit -n 32 && exec \"$0\" build runs --out public", Command.assayPath],
      folder: folder.path)
    #expect(built.exitCode == 0, "\(built.errorOutput)")
    #expect(built.errorOutput.contains("40 runs in 1 experiment"), "\(built.errorOutput)")
  }
}
