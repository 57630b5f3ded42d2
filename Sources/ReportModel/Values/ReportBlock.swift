package import Diagnostics
package import RunModel

/// A part of a section, in reading order.
package enum ReportBlock: Sendable {
  /// A paragraph.
  case paragraph(RichText)
  /// A small paragraph under a heading, about the section as a whole.
  case remark(RichText)
  /// A heading within the section.
  case heading(String)
  /// What an author wrote, as Markdown; never trusted.
  case markdown(String)
  /// A figure.
  case figure(ReportFigure)
  /// Blocks side by side where there is room; the first may be wider.
  case columns([[ReportBlock]], leadsWithFirst: Bool)
  /// A table without the frame of a figure.
  case table(ReportTable)
  /// The way to the other pages of a leaderboard.
  case pager(ReportPager)
  /// Names and what is to be said of each.
  case facts([ReportFact])
  /// Blocks folded away under a summary.
  case fold(summary: String, blocks: [ReportBlock])
  /// Text as it is, in a box of its own.
  case preformatted(label: String, text: String)
  /// The content of an artifact, shown as safely as its kind allows.
  case artifact(run: RunID, id: ExactString)
  /// The artifacts of one id from several runs, side by side; a run without it leaves its place empty.
  case artifactRow(id: ExactString, runs: [RunID], names: [String])
}

extension ReportBlock {
  /// Columns two by two; what is left over stands alone.
  static func pairs(_ columns: [[ReportBlock]]) -> [ReportBlock] {
    stride(from: 0, to: columns.count, by: 2).map { start in
      .columns(Array(columns[start..<min(start + 2, columns.count)]), leadsWithFirst: false)
    }
  }
}
