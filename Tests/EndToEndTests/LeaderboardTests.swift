import Foundation
import TestSupport
import Testing

/// An experiment of more runs than one page holds.
@Suite struct LeaderboardTests {
  private let folder: TemporaryDirectory
  private let count = 320

  /// Writes a registry of runs that logged their score and left nothing else.
  init() throws {
    folder = try TemporaryDirectory()
    try folder.write(#"{"created_timestamp_utc": "2026-01-05T08:00:00"}"#, to: "registry/.erm_registry.json")
    for number in 0..<count {
      let run = String(format: "run-%03d", number)
      try folder.write(
        """
        {"experiment_id": "many", "variant_id": "</script><b>", "run_id": "\(run)", \
        "timestamp_utc": "2026-01-05T08:00:00", "params": {"lr": "0.\(number % 7)"}, \
        "metrics": {"accuracy": "0.\(500 + (number * 37) % 499)"}}
        """, to: "registry/many/v/\(run)/erm_metadata.json")
    }
  }

  private func build() throws -> FolderContents {
    let result = try Command.assay("build", folder.path + "/registry", "--out", folder.path + "/site")
    // Dead links would fail the build.
    try #require(result.exitCode == 0, "\(result.errorOutput)")
    return try FolderContents(folder.path + "/site")
  }

  @Test func manyRunsAreSpreadOverPagesAndReachedWithoutScripts() throws {
    let site = try build()
    let pages = ["index", "leaderboard-2", "leaderboard-3", "leaderboard-4"].map { "many/\($0).html" }
    let rows = pages.map { site.text($0).matches(of: /<tr id="run-/).count }
    #expect(rows == [100, 100, 100, 20])
    #expect(site.names.contains("many/leaderboard-5.html") == false)
    #expect(site.text("many/index.html").contains(#"<a href="leaderboard-4.html">4</a>"#))
    #expect(site.text("many/leaderboard-2.html").contains(#"data-rows="leaderboard-rows.js""#))
  }

  @Test func theScriptHasTheRowsOfAllPagesAsData() throws {
    let script = try build().text("many/leaderboard-rows.js")
    #expect(script.hasPrefix("assayRows([[") && script.hasSuffix("]]);\n"))
    let json = try JSONSerialization.jsonObject(with: Data(script.dropFirst(10).dropLast(3).utf8))
    let rows = try #require(json as? [[Any]])
    #expect(rows.count == count)
    let best = try #require(rows[0][0] as? [String])
    #expect(best[0].contains("</script><b>") && best[2].hasSuffix("/index.html"))
  }
}
