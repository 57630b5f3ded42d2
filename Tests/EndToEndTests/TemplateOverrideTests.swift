import Foundation
import TestSupport
import Testing

/// A user's own templates and resources in place of Assay's.
@Suite struct TemplateOverrideTests {
  private let folder: TemporaryDirectory
  private let example = ExampleFolder.original

  init() throws {
    folder = try TemporaryDirectory()
  }

  private func build() throws -> Command.Result {
    try example.build(folder.path + "/site", ["--templates", folder.path + "/mine"])
  }

  private func original(_ name: String) throws -> String {
    try String(contentsOfFile: Fixture.packageFolder + "/Templates/" + name, encoding: .utf8)
  }

  @Test func anOverrideIsUsedOnEveryPage() throws {
    let colophon = "<footer><p>Printed for the board. {{title}}</p></footer>\n"
    try folder.write(colophon, to: "mine/partials/colophon.mustache")
    let result = try build()
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    let pages = try FolderContents(folder.path + "/site").texts(ending: ".html")
    #expect(pages.count > 30)
    for page in pages { #expect(page.text.contains("Printed for the board."), "\(page.name)") }
    #expect(pages.contains { $0.text.contains("class=\"contents\"") || $0.text.contains("<nav") })
  }

  @Test func changingAnOverrideMakesThePagesAnew() throws {
    try folder.write("<footer>one</footer>\n", to: "mine/partials/colophon.mustache")
    _ = try build()
    try folder.write("<footer>two</footer>\n", to: "mine/partials/colophon.mustache")
    _ = try build()
    let site = try FolderContents(folder.path + "/site")
    #expect(site.names(containing: "<footer>one</footer>").isEmpty)
    #expect(site.text("index.html").contains("<footer>two</footer>"))
  }

  @Test func anUnknownNameIsAnErrorWithItsPlaceAndNothingIsWritten() throws {
    let layout = try original("layouts/page.mustache")
    try folder.write(
      layout.replacing("{{documentTitle}}", with: "{{documentTitel}}"), to: "mine/layouts/page.mustache")
    let line =
      layout.prefix { $0 != "\u{0}" }.components(separatedBy: "{{documentTitle}}")[0].count { $0 == "\n" } + 1
    let result = try build()
    #expect(result.exitCode == 2)
    #expect(result.errorOutput.contains("layouts/page.mustache:\(line):8: error: "), "\(result.errorOutput)")
    #expect(result.errorOutput.contains("documentTitel"))
    #expect(result.errorOutput.contains("documentTitle"), "the near name is said")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/site"))
  }

  @Test func anUnclosedSectionIsAnErrorWithItsPlace() throws {
    try folder.write("<footer>\n{{#sections}}\n</footer>\n", to: "mine/partials/colophon.mustache")
    let result = try build()
    #expect(result.exitCode == 2)
    #expect(result.errorOutput.contains("partials/colophon.mustache:2:1: error: "), "\(result.errorOutput)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/site"))
  }

  @Test func aFileOfNoKnownNameIsSaid() throws {
    try folder.write("<p>never seen</p>", to: "mine/partials/colofon.mustache")
    let result = try build()
    #expect(result.errorOutput.contains("colofon.mustache"), "\(result.errorOutput)")
  }

  @Test func aFolderThatIsNotThereIsAnError() throws {
    let result = try build()
    #expect(result.exitCode == 2)
    #expect(result.errorOutput.contains("/mine"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/site"))
  }

  @Test func resourcesAreOverriddenToo() throws {
    try folder.write("td { color: red }\n/* mine */\n", to: "own/css/print.css")
    let result = try example.build(folder.path + "/site", ["--resources", folder.path + "/own"])
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    let site = try FolderContents(folder.path + "/site")
    let sheets = site.names(containing: "/* mine */").filter { $0.hasSuffix(".css") }
    #expect(sheets.count == 1)
    let name = sheets.first.map { ($0 as NSString).lastPathComponent } ?? "?"
    #expect(site.text("index.html").contains(name))
  }
}
