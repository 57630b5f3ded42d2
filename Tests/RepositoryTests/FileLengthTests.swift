import Testing

/// Files stay short enough to be read in one go.
@Suite struct FileLengthTests {
  private static let limit = 500
  private static let limitToAimFor = 300

  @Test func noSourceFileIsLongerThanTheLimit() throws {
    let endings: Set<String> = ["swift", "py", "js", "css", "mustache", "h", "sh"]
    var long: [String] = []
    for folder in ["Sources", "Tests", "Plugins", "Templates", "Resources", "site-example/experiments"] {
      for file in try Repository.files(below: folder, endings: endings) {
        let count = file.lines.count - 1
        #expect(count <= Self.limit, "\(file.path) has \(count) lines; split it")
        if count > Self.limitToAimFor { long.append("\(file.path): \(count)") }
      }
    }
    if !long.isEmpty {
      print("note: over \(Self.limitToAimFor) lines, worth splitting:\n  " + long.joined(separator: "\n  "))
    }
  }
}
