/// `ARCHITECTURE.md`, as far as tests hold it against the code.
struct ArchitectureDocument {
  /// The rows of the table of rooms that exist.
  let rooms: [ModuleRule]
  /// Files and folders that the text names as being there.
  let paths: [String]

  init() throws {
    let text = try Repository.text("ARCHITECTURE.md")
    let sections = Self.sections(of: text)
    rooms = (sections["## Rooms"] ?? []).compactMap(Self.room)
    paths = sections.filter { $0.key != "### Planned rooms" }.flatMap { Self.paths(in: $0.value) }
  }

  /// Heading → the lines below it.
  private static func sections(of text: String) -> [String: [Substring]] {
    var sections: [String: [Substring]] = [:]
    var heading = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#") { heading = String(line) } else { sections[heading, default: []].append(line) }
    }
    return sections
  }

  /// A row of the table: name, sentence, what it may import, packages.
  private static func room(_ line: Substring) -> ModuleRule? {
    let cells = line.split(separator: "|")
    guard line.hasPrefix("| `"), cells.count == 4, let name = codes(in: cells[0]).first else { return nil }
    return ModuleRule(name: name, modules: Set(codes(in: cells[2])), packages: Set(codes(in: cells[3])))
  }

  /// What stands between back quotes.
  private static func codes(in text: Substring) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// The codes that look like a path of this project: with a slash, or a file of the top level.
  private static func paths(in lines: [Substring]) -> [String] {
    lines.flatMap(codes).filter { code in
      let isPath =
        code.contains("/") || code.hasSuffix(".md") || code.hasSuffix(".swift") || code == "Makefile"
      return isPath && !code.contains { "<{ ".contains($0) }
    }
  }
}
