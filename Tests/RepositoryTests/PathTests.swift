import Testing

/// The project stands on its own: it names no place of the machine it was written on, and no file that is not there.
@Suite struct PathTests {
  @Test func everyPathThatTheArchitectureNamesIsThere() throws {
    let paths = try ArchitectureDocument().paths
    #expect(paths.count >= 10)
    for path in paths {
      #expect(Repository.exists(path), "ARCHITECTURE.md names \(path)")
    }
  }

  @Test func noFileNamesAPlaceOfOneMachine() throws {
    let endings: Set<String> = [
      "", "swift", "md", "py", "js", "css", "mustache", "yaml", "json", "html", "svg", "txt", "tsv",
    ]
    // Written in two parts, so that this file does not find itself.
    let places = ["/wo" + "rk/", "/ro" + "ot/", "/Us" + "ers/", "/ho" + "me/", "../sha" + "red"]
    for file in try Repository.files(below: ".", endings: endings) where !Self.isFromAnotherTool(file.path) {
      guard places.contains(where: file.text.contains) else { continue }
      for (number, line) in file.lines.enumerated() where places.contains(where: line.contains) {
        Issue.record("\(file.path):\(number + 1) names a place of one machine")
      }
    }
  }

  /// Fixtures hold what other tools wrote, with their made-up paths.
  private static func isFromAnotherTool(_ path: String) -> Bool {
    path.hasPrefix("Tests/Fixtures/")
  }
}
