import Diagnostics
import RunModel

/// One run as text for a terminal: what was set and measured, in blocks under headings.
///
/// ```
/// digits/forest/2026_03_02__09_10_07
/// completed, 2026-03-02 09:10:07 UTC
///
/// Params
///   trees  200
/// ```
struct RunText {
  private let run: Run

  /// The text of `run`.
  init(_ run: Run) {
    self.run = run
  }

  /// The lines, each with a final line break; control characters are made visible.
  var text: String {
    var blocks = [head]
    blocks.append(block("Params", values(run.params)))
    blocks.append(block("Metrics", values(run.metrics)))
    for name in ordered(run.dicts.keys) { blocks.append(block(name.text, values(run.dicts[name] ?? [:]))) }
    blocks.append(
      block("Histories", ordered(run.histories.keys).map { ($0.text, Self.points(run.histories[$0] ?? [])) }))
    blocks.append(
      block(
        "Confusion matrices",
        ordered(run.confusions.keys).map { name in
          (name.text, run.confusions[name].map { "\($0.labels.count) labels, \($0.total) examples" } ?? "")
        }))
    blocks.append(block("Features", run.features.isEmpty ? [] : [(run.features.joined(separator: ", "), "")]))
    blocks.append(block("Tags", ordered(run.tags.keys).map { ($0.text, run.tags[$0] ?? "") }))
    blocks.append(
      block("Artifacts", run.artifacts.map { ($0.id.text, $0.content == .missing ? "missing" : $0.filename) })
    )
    blocks.append(
      block("Provenance", ordered(run.provenance.keys).map { ($0.text, run.provenance[$0] ?? "") }))
    if let error = run.error { blocks.append(["Error", "  " + VisibleText.escaping(error)]) }
    if let notes = run.notes { blocks.append(["Notes", "  " + VisibleText.escaping(notes)]) }
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var head: [String] {
    let time = run.timestamp.map { "\($0.iso)" } ?? "no time"
    let parent = run.parent.map { ", part of \(VisibleText.escaping($0))" } ?? ""
    let duration = run.duration.map { ", \($0) s" } ?? ""
    return [VisibleText.escaping(run.id.description), "\(run.status.rawValue), \(time)\(duration)\(parent)"]
  }

  private func values(_ table: [ExactString: Scalar]) -> [(String, String)] {
    ordered(table.keys).map { ($0.text, table[$0]?.text ?? "") }
  }

  private func block(_ title: String, _ rows: [(String, String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let names = rows.map { VisibleText.escaping($0.0) }
    let width = rows.contains { !$0.1.isEmpty } ? min(40, names.map(\.unicodeScalars.count).max() ?? 0) : 0
    return [VisibleText.escaping(title)]
      + zip(names, rows).map { name, row in
        let gap = String(repeating: " ", count: max(0, width - name.unicodeScalars.count))
        return row.1.isEmpty ? "  " + name : "  \(name)\(gap)  \(VisibleText.escaping(row.1))"
      }
  }

  private func ordered(_ names: some Sequence<ExactString>) -> [ExactString] {
    names.sorted { NaturalOrder.precedes($0.text, $1.text) }
  }

  private static func points(_ points: [MetricPoint]) -> String {
    let count = points.count == 1 ? "1 point" : "\(points.count) points"
    guard let last = points.last else { return count }
    return "\(count), last \(last.value)" + (last.step.map { " at step \($0)" } ?? "")
  }
}
