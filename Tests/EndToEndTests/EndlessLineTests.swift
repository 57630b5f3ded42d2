import Foundation
import TestSupport
import Testing

/// A prediction file that is one line without end is refused before it fills the memory.
@Suite struct EndlessLineTests {
  /// 20 MB in `make test`; ten times that, the size that was promised, and no more in `make soak`.
  private static let size = min(FuzzDose.rounds(default: 20), 200) * 1_000_000

  private let folder: TemporaryDirectory
  private let hostile: HostileRegistry

  init() throws {
    folder = try TemporaryDirectory()
    hostile = try HostileRegistry.write(into: folder.path, oneLineBytes: Self.size)
  }

  private var predictions: String {
    hostile.path + "/hostile/main/one-endless-line/artifacts/predictions.csv"
  }

  /// What `assay` needs for a small file of the same shape.
  private func ordinaryMemory() throws -> Int {
    let small = try folder.write("id,y_true,y_pred\na,no,no\n", to: "small.csv")
    return try MeasuredRun(["evaluate", small], timeout: 60).peakMemory
  }

  /// The bound: 64 MiB above what a small file needs, however long the line is, and 10 seconds.
  @Test func evaluateRefusesItWithinBounds() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let run = try MeasuredRun(["evaluate", predictions], timeout: 60)
    #expect(clock.now - start < .seconds(10))
    #expect(run.result.exitCode == 2)
    #expect(run.result.errorOutput.contains("predictions.csv:2"), "\(run.result.errorOutput)")
    #expect(run.result.output.isEmpty)
    let extra = try run.peakMemory - ordinaryMemory()
    #expect(extra < 64 << 20, "\(extra >> 20) MiB more than a small file needs")
  }

  @Test func theSiteIsBuiltWithoutIt() throws {
    let run = try MeasuredRun(["build", hostile.path, "--out", folder.path + "/site"], timeout: 120)
    hostile.allowRemoval()
    #expect(run.result.exitCode == 0, "\(run.result.errorOutput)")
    #expect(run.result.errorOutput.contains("one-endless-line/artifacts/predictions.csv"))
    let good = folder.path + "/site/" + HostileRegistry.goodRuns[0] + "/index.html"
    #expect(FileManager.default.fileExists(atPath: good))
    #expect(run.peakMemory < 512 << 20, "\(run.peakMemory >> 20) MiB")
  }
}
