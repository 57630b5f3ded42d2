import Markup
import ReportModel

/// Writes the rows of a leaderboard that has several pages as a script, which a page may load where it may not read files.
///
/// It calls `assayRows` with an array of rows: of each cell the words, or the words, the smaller line below them and the
/// address of its first link. Drawings are left out.
struct LeaderboardScript: Sendable {
  /// Knows the addresses, as the pages of the leaderboard see them.
  let links: LinkResolver

  /// The script.
  ///
  /// - Complexity: Linear in the number of cells.
  func bytes(of table: ReportTable) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for row in table.groups.flatMap(\.rows) {
        json.array { json in
          for cell in row.cells { write(cell, to: &json) }
        }
      }
    }
    // Two line ends are allowed in JSON, and in older scripts not within quotes.
    let rows = json.string.replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
    return Array("assayRows(\(rows));\n".utf8)
  }

  private func write(_ cell: ReportTable.Cell, to json: inout JSONWriter) {
    let link = cell.text.spans.lazy.compactMap { $0.link.flatMap(links.address) }.first
    let note = cell.note?.plain ?? ""
    guard link != nil || !note.isEmpty else { return json.element(cell.text.plain) }
    json.array { json in
      json.element(cell.text.plain)
      json.element(note)
      if let link { json.element(link.string) }
    }
  }
}
