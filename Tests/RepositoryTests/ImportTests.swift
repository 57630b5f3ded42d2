import Testing

/// Arrows point one way: what `ARCHITECTURE.md` allows is all that is imported.
@Suite struct ImportTests {
  @Test func theTableInTheDocumentIsTheTableInTheTest() throws {
    let documented = try ArchitectureDocument().rooms
    #expect(documented.map(\.name) == ModuleRule.all.map(\.name))
    for (documented, rule) in zip(documented, ModuleRule.all) {
      #expect(documented == rule, "the row of \(rule.name)")
    }
  }

  @Test func noModuleImportsOneBelowIt() {
    var above: Set<String> = []
    for rule in ModuleRule.all {
      #expect(rule.modules.subtracting(above).isEmpty, "\(rule.name) may import something below it")
      above.insert(rule.name)
    }
  }

  @Test(arguments: ModuleRule.all.map(\.name))
  func everyImportIsAllowed(module: String) throws {
    let rule = try #require(ModuleRule.all.first { $0.name == module })
    let allowed = rule.modules.union(rule.packages).union(ModuleRule.system)
    for file in try Repository.files(below: "Sources/\(module)", endings: ["swift"]) {
      for (number, line) in file.lines.enumerated() {
        guard let imported = Self.importedModule(line) else { continue }
        #expect(
          allowed.contains(imported), "\(file.path):\(number + 1): \(module) may not import \(imported)")
      }
    }
  }

  @Test func everySourceFolderIsARoom() throws {
    let rooms = Set(ModuleRule.all.map(\.name)).union(ModuleRule.besideTheRooms)
    #expect(Set(try Repository.names(in: "Sources").filter { !$0.hasPrefix(".") }) == rooms)
  }

  @Test func everyRoomButTheExecutableHasTests() throws {
    for rule in ModuleRule.all where rule.name != "assay" {
      let folder = "Tests/\(rule.name)Tests"
      let tests = Repository.exists(folder) ? try Repository.files(below: folder, endings: ["swift"]) : []
      #expect(tests.contains { $0.text.contains("@Test") }, "\(folder) holds no test")
    }
  }

  @Test(arguments: [
    ("import Foundation", "Foundation"), ("package import RunModel", "RunModel"),
    ("  @testable import Markup // why", "Markup"), ("public import struct Yams.Node", "Yams"),
    ("@preconcurrency @_spi(X) internal import Crypto.SHA256", "Crypto"),
    ("/// import nothing", nil), ("let important = 1", nil), ("importer.run()", nil),
  ])
  func importLinesAreUnderstood(line: String, module: String?) {
    #expect(Self.importedModule(line[...]) == module)
  }

  /// The module that a line imports, if it is an import line.
  private static func importedModule(_ line: Substring) -> String? {
    let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    var words = line.split(separator: " ")[...]
    words = words.drop { modifiers.contains($0) || $0.hasPrefix("@") }
    guard words.popFirst() == "import" else { return nil }
    words = words.drop { kinds.contains($0) }
    return words.first?.split(separator: ".").first.map(String.init)
  }
}
