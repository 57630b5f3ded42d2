import Diagnostics
import ReportModel
import Testing

@testable import AssayCommands

@Suite struct ConfigurationSearchTests {
  private let files = FileSystem.inMemory([
    "/site/assay.yaml": "title: Site\nregistry: runs\nout: public\n",
    "/site/runs/notes": "",
    "/plain/registry/notes": "",
    "/other.yaml": "title: Other\nregistry: elsewhere\n",
  ])

  private func search(_ source: String, given: String? = nil) throws -> ConfigurationSearch {
    try ConfigurationSearch(source: source, given: given, fileSystem: files)
  }

  @Test func aConfigurationInTheSourceSaysWhereTheRunsLie() throws {
    let found = try search("/site")
    #expect(found.source == "/site/runs")
    #expect(found.out == "/site/public")
    #expect(found.path == "/site/assay.yaml")
    #expect(found.file.report.title == "Site")
  }

  @Test(arguments: ["/site/runs", "/site/runs/"])
  func aConfigurationBesideTheSourceIsFound(source: String) throws {
    let found = try search(source)
    #expect(found.source == source)
    #expect(found.out == "/site/public")
    #expect(found.file.report.title == "Site")
  }

  @Test func aGivenConfigurationIsPreferredAndLeavesTheSourceAlone() throws {
    let found = try search("/site", given: "/other.yaml")
    #expect(found.source == "/site")
    #expect(found.out == nil)
    #expect(found.file.report.title == "Other")
  }

  @Test func withoutAConfigurationEverythingHasItsDefault() throws {
    let found = try search("/plain/registry")
    #expect(found.source == "/plain/registry")
    #expect(found.path == nil)
    #expect(found.file.report.title == nil)
  }

  @Test func aGivenConfigurationThatIsNotThereIsAnError() {
    #expect(throws: ConfigurationError.self) { try search("/site", given: "/none.yaml") }
  }
}
