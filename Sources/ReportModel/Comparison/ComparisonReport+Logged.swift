import Diagnostics
import RunModel

extension ComparisonReport {
  var dictsSection: ReportSection? {
    let names = Set(members.flatMap(\.entry.run.dicts.keys)).sorted(by: NaturalOrder.precedes)
    guard !names.isEmpty else { return nil }
    let blocks = names.flatMap { name -> [ReportBlock] in
      let rows = ComparedRows.dict(name, members)
      let differing = rows.filter(\.differs)
      let equal = rows.filter { !$0.differs }
      var blocks: [ReportBlock] = [.heading(name.text)]
      if !differing.isEmpty { blocks.append(table(name.text, differing)) }
      if !equal.isEmpty {
        blocks.append(
          .fold(
            summary: "\(Wording.count(equal.count, "value")) \(equal.count == 1 ? "is" : "are") equal",
            blocks: [table("\(name.text), equal values", equal)]))
      }
      return blocks
    }
    return ReportSection(slug: "dicts", title: "Dicts", count: names.count, blocks: blocks)
  }

  private func table(_ label: String, _ rows: [ComparedRow]) -> ReportBlock {
    .table(
      ReportTable(
        label: label, columns: columns("Key"), rows: rows.map { row($0, show: ScalarText.parameter) },
        layout: .init(isPinned: true)))
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

  var problemsSection: ReportSection? {
    let diagnostics = members.flatMap(\.entry.diagnostics)
    guard !diagnostics.isEmpty else { return nil }
    return ReportSection(
      slug: "problems", title: "Problems in the input", shortTitle: "Problems", count: diagnostics.count,
      blocks: [.table(DiagnosticTable.table(diagnostics))])
  }
}
