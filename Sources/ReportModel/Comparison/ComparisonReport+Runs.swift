import Diagnostics
import Markup
import RunModel

extension ComparisonReport {
  /// The heads of a table with a column for each run.
  func columns(_ first: RichText, content: ReportTable.Content = .text) -> [ReportTable.Column] {
    [.init(first)]
      + members.map { member in
        let run = member.entry.run
        let mark = member.letter == "A" ? " baseline" : ""
        return .init("\(strong: member.letter) \(RunName.title(run), link: .run(run.id))\(mark)", content)
      }
  }

  /// A row of values, marked where they differ.
  func row(_ row: ComparedRow) -> ReportTable.Row {
    .init([.init(head(row))] + row.values.map { .init(ScalarText.parameter($0)) })
  }

  /// The head of a row, with a sign where the values differ.
  func head(_ row: ComparedRow) -> RichText {
    let mark: RichText = row.differs ? "\(strong: "≠") " : ""
    return mark + "\(code: Wording.label(row.key.text))"
  }

  /// A table of values, a row for each key.
  func table(_ label: String, _ rows: [ComparedRow], head: RichText) -> ReportBlock {
    .table(
      ReportTable(
        label: label, columns: columns(head), rows: rows.map(row), layout: .init(isPinned: true)))
  }

  /// Metadata, the parameters that differ, those that are equal folded away, features.
  var runsSection: ReportSection? {
    let rows = ComparedRows.parameters(members)
    let differing = rows.filter(\.differs)
    let equal = rows.filter { !$0.differs }
    var blocks: [ReportBlock] = [.table(metadata)]
    if !differing.isEmpty {
      blocks.append(.heading("Parameters that differ"))
      blocks.append(table("Parameters that differ", differing, head: "Parameter"))
    }
    if !equal.isEmpty {
      blocks.append(
        .fold(
          summary: "\(Wording.count(equal.count, "parameter")) \(equal.count == 1 ? "is" : "are") equal",
          blocks: [table("Equal parameters", equal, head: "Parameter")]))
    }
    blocks += features
    return ReportSection(
      slug: "runs", title: "Runs and parameters", shortTitle: "Parameters", count: rows.count, blocks: blocks)
  }

  private var metadata: ReportTable {
    let runs = members.map(\.entry.run)
    func line(_ name: String, _ values: [String]) -> ReportTable.Row {
      let mark: RichText = Set(values.map { ExactString($0) }).count > 1 ? "\(strong: "≠") " : ""
      return .init([.init(mark + "\(name)")] + values.map { "\($0)" })
    }
    return ReportTable(
      label: "Metadata", columns: columns("Metadata"),
      rows: [
        line("Experiment", runs.map(\.id.experiment.text)), line("Variant", runs.map(\.id.variant.text)),
        line("Run", runs.map(\.id.run.text)), line("Started", runs.map { $0.timestamp?.dayAndTime ?? "—" }),
        line("Status", runs.map(\.status.rawValue)),
      ], layout: .init(isPinned: true))
  }

  private var features: [ReportBlock] {
    let lists = members.map(\.entry.run.features)
    guard lists.contains(where: { !$0.isEmpty }) else { return [] }
    let sets = lists.map { Set($0.map { ExactString($0) }) }
    let shared = sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
    if sets.allSatisfy({ $0 == shared }) {
      return [.paragraph("All runs have the same \(Wording.count(shared.count, "feature")).")]
    }
    let own = zip(members, lists).map { member, list -> RichText in
      let extra = list.filter { !shared.contains(ExactString($0)) }
      guard !extra.isEmpty else { return "\(strong: member.letter) none of its own" }
      return "\(strong: member.letter) " + FeatureList.list(extra, limit: 12)
    }
    let separated = own.dropFirst().reduce(own[0]) { $0 + "; " + $1 }
    return [.paragraph("\(Wording.count(shared.count, "feature")) in common. Besides: " + separated + ".")]
  }
}
