import Foundation
import TestSupport
import Testing

/// What a browser finds in a site: pages that load nothing from elsewhere and links that lead somewhere.
@Suite struct PublishedPagesTests {
  private let site: FolderContents

  init() throws {
    site = try BuiltSite.example.get().contents.published
  }

  @Test func everyPageIsWholeAndLoadsNothingFromOutside() throws {
    #expect(site.texts(ending: ".html").count > 30)
    let problems = PageRules.problems(of: site)
    #expect(problems.isEmpty, "\(problems.count), such as \(problems.prefix(5).joined(separator: "\n"))")
  }

  @Test func styleSheetsAndScriptsReachForNothing() {
    let sheets = site.texts(ending: ".css")
    #expect(sheets.count >= 2)
    for sheet in sheets {
      #expect(PageRules.problems(ofStyleSheet: sheet.text).isEmpty, "\(sheet.name)")
    }
    for script in site.texts(ending: ".js") {
      for word in ["http:", "https:", "fetch(", "XMLHttpRequest", "import(", "eval(", ".innerHTML"] {
        #expect(!script.text.contains(word), "\(script.name) holds \(word)")
      }
    }
  }

  @Test func everyLinkLeadsToAFileAndAPlaceInIt() throws {
    var ids: [String: Set<String>] = [:]
    let pages = site.texts(ending: ".html").map { ($0.name, PageTag.all(in: $0.text)) }
    for (name, tags) in pages {
      let list = tags.compactMap { $0.attributes["id"] }
      ids[name] = Set(list)
      #expect(ids[name]?.count == list.count, "\(name): an id stands twice")
    }
    var dead: [String] = []
    for (name, tags) in pages {
      for address in tags.flatMap({ [$0.attributes["href"], $0.attributes["src"]] }).compactMap(\.self)
      where !address.hasPrefix("data:") {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = Self.path(String(parts[0]), from: name)
        let hasPlace = parts.count < 2 || ids[target]?.contains(String(parts[1])) ?? false
        if site.files[target] == nil || !hasPlace { dead.append("\(name): \(address)") }
      }
    }
    #expect(dead.isEmpty, "\(dead.count), such as \(dead.prefix(5))")
  }

  /// The path below the site that `address` means on the page `page`.
  private static func path(_ address: String, from page: String) -> String {
    guard !address.isEmpty else { return page }
    var segments = page.split(separator: "/").dropLast().map(String.init)
    for segment in address.split(separator: "/") {
      switch segment {
      case "..": if segments.popLast() == nil { return address }
      case ".": continue
      default: segments.append(segment.removingPercentEncoding ?? String(segment))
      }
    }
    return segments.joined(separator: "/")
  }

  @Test func nothingOfThisMachineStandsOnAPage() {
    let machine = ProcessInfo.processInfo.hostName
    for text in [Fixture.packageFolder, "/tmp/", "/assay-tests-"] {
      #expect(site.names(containing: text).isEmpty, "\(text)")
    }
    if machine.count > 8 { #expect(site.names(containing: machine).isEmpty) }
  }

  @Test func everyRunHasAPage() throws {
    let runs = try ExampleFolder.original.runs
    #expect(runs.count >= 15)
    for run in runs { #expect(site.files[run + "/index.html"] != nil, "\(run)") }
  }
}
