import ChartKit
import Diagnostics
import Evaluation
import Markup

extension ComparisonReport {
  /// So many fixed, and so many broken examples are listed for each candidate.
  static let changeLimit = 30

  /// So many candidates have their changes drawn.
  private static let churnLimit = 3

  /// Which examples each candidate fixed and broke.
  var changesSection: ReportSection? {
    let compared = zip(candidates, comparisons).compactMap { member, comparison in
      comparison.map { (member: member, comparison: $0) }
    }
    guard !compared.isEmpty else { return nil }
    var blocks = compared.prefix(Self.churnLimit).map {
      ReportBlock.figure(churnFigure($0.member, $0.comparison))
    }
    blocks.append(.table(churnTable(compared)))
    if examples == .none {
      blocks.append(.remark("The configuration keeps examples off the pages."))
    } else {
      for entry in compared { blocks += changes(entry.member, entry.comparison) }
    }
    return ReportSection(slug: "changes", title: "What changed", blocks: blocks)
  }

  /// How the examples fall for one candidate, as a bar.
  private func churnFigure(_ member: Member, _ comparison: PairedComparison) -> ReportFigure {
    let churn = comparison.churn
    let chart = ChurnChart(
      bothRight: churn.bothRight, fixed: churn.fixed, broken: churn.broken, bothWrong: churn.bothWrong,
      baselineName: "A", candidateName: member.letter)
    return ReportFigure(
      slug: "churn-\(member.letter.lowercased())", finding: chart.finding.map { RichText(plain: $0) },
      what: "How the examples fall with \(RunName.title(member.entry.run)) in place of A.", chart: chart,
      howToRead:
        "Fixed: wrong in A and right in \(member.letter). Broken: the other way round. Two runs with as many errors can differ in many examples."
    )
  }

  private func churnTable(_ compared: [(member: Member, comparison: PairedComparison)]) -> ReportTable {
    ReportTable(
      label: "How examples fall, each run beside A",
      columns: [
        .init("Run"), .init("Fixed", .number), .init("Broken", .number), .init("Right in both", .number),
        .init("Wrong in both", .number), .init("Exact McNemar p", .number),
      ],
      rows: compared.map { entry in
        let churn = entry.comparison.churn
        return .init(
          [head(of: entry.member)]
            + [churn.fixed, churn.broken, churn.bothRight, churn.bothWrong].map {
              .init(plain: NumberText.weight($0))
            } + [.init(plain: PairedText.pValue(entry.comparison.mcNemar.pValue))])
      }, layout: .init(isDense: true))
  }

  /// The letter and title of a run, and below them what tells it from others.
  private func head(of member: Member) -> ReportTable.Cell {
    let run = member.entry.run
    let detail = RunName.detail(run)
    return .init(
      "\(strong: member.letter) \(RunName.title(run))", note: detail.isEmpty ? nil : "\(detail)")
  }

  private func changes(_ member: Member, _ comparison: PairedComparison) -> [ReportBlock] {
    let lists = [
      (
        title: "Fixed by \(member.letter)", all: comparison.mcNemar.fixed,
        comparison.fixed(limit: Self.changeLimit)
      ),
      (
        title: "Broken by \(member.letter)", all: comparison.mcNemar.broken,
        comparison.broken(limit: Self.changeLimit)
      ),
    ]
    return lists.flatMap { title, all, shown -> [ReportBlock] in
      guard all > 0 else { return [] }
      let choice =
        shown.count < all
        ? "\(Wording.number(shown.count)) of \(Wording.count(all, "example")), "
        : "\(Wording.count(all, "example")), "
      let file = title.hasPrefix("Fixed") ? PageFiles.fixed : PageFiles.broken
      let rest: RichText = hasFiles ? " All of them are in \(file, link: .file(file))." : ""
      let order =
        shown.contains { $0.baselineProbability != nil }
        ? "those first in which the probability of the truth changed most." : "in the order of A."
      return [
        .fold(
          summary: "\(title): \(Wording.number(all))",
          blocks: [
            .remark("\(choice)\(order)" + rest),
            .table(
              ChangedExampleTable(shown, of: comparison, in: self, candidate: member).table(label: title)),
          ])
      ]
    }
  }
}
