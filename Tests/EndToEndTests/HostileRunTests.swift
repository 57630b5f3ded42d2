import Foundation
import TestSupport
import Testing

/// Every broken run alone, given to the commands that read one run: an answer or a refusal, never a crash.
@Suite struct HostileRunTests {
  private let folder: TemporaryDirectory
  private let hostile: HostileRegistry

  init() throws {
    folder = try TemporaryDirectory()
    hostile = try HostileRegistry.write(into: folder.path)
  }

  private func expectAnAnswer(_ arguments: [String], at place: SourceLocation = #_sourceLocation) throws {
    let result = try Command.run(Command.assayPath, arguments, folder: folder.path, timeout: 30)
    #expect(!result.timedOut, "\(arguments)", sourceLocation: place)
    #expect([0, 2].contains(result.exitCode), "\(arguments): \(result.exitCode)", sourceLocation: place)
    #expect(!result.output.contains(HostileRegistry.secret), "\(arguments)", sourceLocation: place)
    #expect(!result.errorOutput.contains(HostileRegistry.secret), "\(arguments)", sourceLocation: place)
    if result.exitCode == 2 { #expect(!result.errorOutput.isEmpty, "\(arguments)", sourceLocation: place) }
  }

  @Test func reportsAnswerOrRefuse() throws {
    for defect in hostile.defects {
      try expectAnAnswer(["report", hostile.path + "/" + defect.run, "--out", "page.html"])
      let pages = try FolderContents(folder.path, without: ["registry", "unreadable-folder"])
      #expect(pages.names(containing: HostileRegistry.secret) == ["private.txt"], "\(defect.name)")
      let page = pages.text("page.html")
      if !page.isEmpty { #expect(PageRules.problems(of: page, isSingleFile: true).isEmpty, "\(defect.name)") }
    }
    hostile.allowRemoval()
  }

  @Test func comparisonsWithAGoodRunAnswerOrRefuse() throws {
    let good = hostile.path + "/" + HostileRegistry.goodRuns[0]
    for defect in hostile.defects {
      try expectAnAnswer(["compare", good, hostile.path + "/" + defect.run, "--out", "page.html"])
    }
    hostile.allowRemoval()
  }

  @Test func evaluationsAnswerOrRefuse() throws {
    for defect in hostile.defects {
      try expectAnAnswer(["evaluate", hostile.path + "/" + defect.run + "/artifacts/predictions.csv"])
    }
    hostile.allowRemoval()
  }

  @Test func theWholeRegistryIsListed() throws {
    let result = try Command.assay("list", hostile.path, "--format", "json")
    hostile.allowRemoval()
    #expect(result.exitCode == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(result.outputBytes)) is [String: Any])
    #expect(
      HostileRegistry.goodRuns.allSatisfy { result.output.contains(($0 as NSString).lastPathComponent) })
    #expect(result.errorOutput.contains("truncated-json/erm_metadata.json:1:"))
  }
}
