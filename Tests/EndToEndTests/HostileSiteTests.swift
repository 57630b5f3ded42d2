import Foundation
import TestSupport
import Testing

/// A site of a registry in which nearly everything is broken: the good runs are there, and the rest is said.
@Suite struct HostileSiteTests {
  private let hostile: HostileRegistry
  private let built: BuiltSite
  private var result: Command.Result { built.result }
  private var site: FolderContents { built.contents }

  init() throws {
    (hostile, built) = try BuiltSite.hostile.get()
  }

  @Test func theBuildSucceedsAndGoodRunsHavePages() {
    #expect(result.exitCode == 0, "\(result.errorOutput)")
    for run in HostileRegistry.goodRuns { #expect(site.files[run + "/index.html"] != nil, "\(run)") }
    #expect(site.missing(["good", "truncated-json"], from: "index.html").isEmpty)
  }

  @Test func strictMakesTheSameSiteAndSaysSoByItsExitCode() throws {
    let folder = try TemporaryDirectory()
    let registry = try HostileRegistry.write(into: folder.path)
    let strict = try BuiltSite(registry.path, options: ["--strict"], in: folder)
    registry.allowRemoval()
    #expect(strict.result.exitCode == 1)
    // The folder's own path stands in some of its files.
    #expect(strict.contents.names == site.names)
  }

  @Test func everyDefectIsNamedWithItsPlace() {
    let lines = result.errorOutput.split(separator: "\n")
    for defect in hostile.defects {
      guard let place = defect.place else { continue }
      let own = lines.filter { $0.hasPrefix(place) && !($0.dropFirst(place.count).first?.isNumber ?? false) }
      #expect(!own.isEmpty, "\(defect.name): nothing begins with \(place)")
      #expect(
        own.contains { $0.contains(/: (warning|error): .*(expected|;|\.)/) },
        "\(defect.name) says too little: \(own)")
    }
  }

  @Test func whatWasFoundAndWhatWasExpectedIsSaid() {
    let said: [(place: String, words: [String])] = [
      ("hostile/main/probability-above-one/artifacts/predictions.csv:3:16:", ["1.7", "expected"]),
      ("hostile/main/probability-no-number/artifacts/predictions.csv:3:12:", ["abc", "expected"]),
      ("hostile/main/ragged-row/artifacts/predictions.csv:3", ["2", "5"]),
      ("hostile/main/truncated-json/erm_metadata.json:1:", ["expected"]),
      ("hostile/main/repeated-id/artifacts/predictions.csv", ["r1"]),
      ("hostile/main/unknown-label/artifacts/predictions.csv", ["zebra"]),
    ]
    for (place, words) in said {
      let lines = result.errorOutput.split(separator: "\n").filter { $0.hasPrefix(place) }
      #expect(
        lines.contains { line in words.allSatisfy { line.contains($0) } }, "\(place) \(words): \(lines)")
    }
  }

  @Test func messagesCannotSteerTheTerminal() {
    let odd = result.errorOutput.unicodeScalars.filter { scalar in
      (scalar.value < 0x20 && scalar != "\n") || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    #expect(odd.isEmpty, "\(odd.map(\.value))")
  }

  @Test func thePrivateFileIsNowhere() {
    #expect(site.names(containing: HostileRegistry.secret).isEmpty)
    #expect(!result.errorOutput.contains(HostileRegistry.secret))
    #expect(!result.output.contains(HostileRegistry.secret))
    #expect(site.names(containing: "root:x:0:").isEmpty)
  }

  @Test func nothingIsWrittenOutsideTheSite() throws {
    #expect(built.surroundings.before.names.count > 60)
    let difference = built.surroundings.after.firstDifference(from: built.surroundings.before)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func everyPathIsPlain() {
    for name in site.names where name != ".assay-site" {
      #expect(name.utf8.count <= 240 && !name.contains(/[^A-Za-z0-9._\/-]/), "\(name)")
      #expect(!name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasSuffix(".") }, "\(name)")
    }
  }

  @Test func foreignMarkupNeverRuns() {
    let problems = PageRules.problems(of: site)
    #expect(problems.isEmpty, "\(problems.count), such as \(problems.prefix(5).joined(separator: "\n"))")
    #expect(site.names(containing: "<script>alert").allSatisfy { !$0.hasSuffix(".html") })
    #expect(site.names(containing: "\u{0}").allSatisfy { !$0.hasSuffix(".html") })
    let kinds = Set(site.names.filter { !$0.hasSuffix("/") }.map { ($0 as NSString).pathExtension })
    #expect(kinds.isDisjoint(with: ["svg", "xml", "xhtml", "htm"]), "\(kinds)")
    #expect(!site.names.contains { $0.hasSuffix("page.html") || $0.hasSuffix("drawing.svg") })
  }
}
