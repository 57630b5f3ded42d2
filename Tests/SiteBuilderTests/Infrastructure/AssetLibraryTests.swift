import Diagnostics
import SiteBuilder
import Testing

@Suite struct AssetLibraryTests {
  @Test func aFileOfTheUsersReplacesOneOfTheSameNameAndAddsOthers() {
    let files = FileSystem.inMemory([
      "/mine/css/tokens.css": "mine", "/mine/img/logo.svg": "<svg/>", "/mine/.hidden": "x",
    ])
    var log = DiagnosticLog()
    let assets = AssetLibrary.load(overrides: "/mine", files: files, log: &log)
    #expect(log.isEmpty)
    #expect(assets.first { $0.name == "css/tokens.css" }?.bytes == Array("mine".utf8))
    #expect(assets.contains { $0.name == "img/logo.svg" })
    #expect(assets.contains { $0.name == "css/base.css" })
    #expect(!assets.contains { $0.name == ".hidden" })
    #expect(assets.map(\.name) == assets.map(\.name).sorted())
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    var log = DiagnosticLog()
    _ = AssetLibrary.load(overrides: "/none", files: .inMemory([:]), log: &log)
    #expect(log.worst == .error)
  }

  @Test func aFolderThatIsTooDeepOrAFileThatIsTooLargeIsAnError() {
    var log = DiagnosticLog()
    let deep = "/mine" + String(repeating: "/d", count: 12) + "/a.css"
    _ = AssetLibrary.load(overrides: "/mine", files: .inMemory([deep: "x"]), log: &log)
    #expect(log.diagnostics.count == 1)
    let files = FileSystem.inMemory(["/mine/a.css": "four"])
    #expect(OverrideFolder("/mine", sizeLimit: 3).read(files, log: &log).isEmpty)
    #expect(log.diagnostics.count == 2)
  }
}
