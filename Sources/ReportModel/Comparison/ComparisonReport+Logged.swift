import Diagnostics
import RunModel

extension ComparisonReport {
  /// Each dict of any run, the values that are equal folded away.
  var dictsSection: ReportSection? {
    let names = Set(members.flatMap(\.entry.run.dicts.keys)).sorted(by: NaturalOrder.precedes)
    guard !names.isEmpty else { return nil }
    let blocks = names.flatMap { name -> [ReportBlock] in
      let rows = ComparedRows.dict(name, members)
      let differing = rows.filter(\.differs)
      let equal = rows.filter { !$0.differs }
      let title = Wording.label(name.text)
      var blocks: [ReportBlock] = [.heading(title)]
      if !differing.isEmpty { blocks.append(table(title, differing, head: "Key")) }
      if !equal.isEmpty {
        blocks.append(
          .fold(
            summary: "\(Wording.count(equal.count, "value")) \(equal.count == 1 ? "is" : "are") equal",
            blocks: [table("\(title), equal values", equal, head: "Key")]))
      }
      return blocks
    }
    return ReportSection(slug: "dicts", title: "Dicts", count: names.count, blocks: blocks)
  }

  /// The artifacts of one id beside each other.
  var artifactsSection: ReportSection? {
    let ids = Set(members.flatMap { $0.entry.run.artifacts.map(\.id) }).sorted(by: NaturalOrder.precedes)
    guard !ids.isEmpty else { return nil }
    return ReportSection(
      slug: "artifacts", title: "Artifacts", count: ids.count,
      blocks: ids.map {
        .artifactRow(id: $0, runs: members.map(\.entry.run.id), names: members.map(\.name))
      })
  }

  /// What was wrong with the files of any run.
  var problemsSection: ReportSection? {
    let diagnostics = members.flatMap(\.entry.diagnostics)
    guard !diagnostics.isEmpty else { return nil }
    return ReportSection(
      slug: "problems", title: "Problems in the input", shortTitle: "Problems", count: diagnostics.count,
      blocks: DiagnosticTable.blocks(diagnostics))
  }
}
