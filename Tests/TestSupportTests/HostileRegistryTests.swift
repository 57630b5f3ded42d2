import Foundation
import TestSupport
import Testing

@Suite struct HostileRegistryTests {
  private let folder: TemporaryDirectory
  private let hostile: HostileRegistry

  init() throws {
    folder = try TemporaryDirectory()
    hostile = try HostileRegistry.write(into: folder.path, oneLineBytes: 5000)
  }

  @Test func everyDefectHasItsOwnRunAndTheGoodRunsAreWhole() {
    #expect(Set(hostile.defects.map(\.run)).count == hostile.defects.count)
    #expect(hostile.defects.count >= 28)
    for run in hostile.defects.map(\.run) + HostileRegistry.goodRuns {
      #expect(FileManager.default.fileExists(atPath: hostile.path + "/" + run), "\(run)")
    }
    for run in HostileRegistry.goodRuns {
      let path = hostile.path + "/" + run + "/artifacts/predictions.csv"
      let text = try? String(contentsOfFile: path, encoding: .utf8)
      #expect(text?.split(separator: "\n").count == 5)
    }
    hostile.allowRemoval()
  }

  @Test func theWaysOutReallyLeadToTheSecret() throws {
    let main = hostile.path + "/hostile/main/"
    for way in [
      "link-out-of-the-run/artifacts/picture.png", "linked-artifacts-folder/artifacts/out/private.txt",
      "climbing-filename/artifacts/../../../../../private.txt",
    ] {
      #expect(
        try String(contentsOfFile: main + way, encoding: .utf8).contains(HostileRegistry.secret), "\(way)")
    }
    hostile.allowRemoval()
  }

  @Test func theStatedColumnsAreThoseOfTheBadCells() throws {
    let stated = [("probability-above-one", 16, "1.7"), ("probability-no-number", 12, "abc")]
    for (run, column, cell) in stated {
      let path = hostile.path + "/hostile/main/\(run)/artifacts/predictions.csv"
      let line = try String(contentsOfFile: path, encoding: .utf8)
        .split(separator: "\n")[2]
      #expect(line.dropFirst(column - 1).hasPrefix(cell))
    }
    hostile.allowRemoval()
  }

  @Test func theEndlessLineHasTheSizeAskedFor() throws {
    let path = hostile.path + "/hostile/main/one-endless-line/artifacts/predictions.csv"
    #expect(try Data(contentsOf: URL(filePath: path)).count > 5000)
    hostile.allowRemoval()
  }
}
