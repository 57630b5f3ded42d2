import Diagnostics
import RunModel

extension RunReport {
  /// Where the run comes from.
  var provenanceSection: ReportSection? {
    let run = subject.run
    var facts = [ReportFact("Run", "\(code: run.id.description)")]
    if let timestamp = run.timestamp { facts.append(ReportFact("Started", "\(timestamp.dayAndTime)")) }
    if let parent = run.parent { facts.append(ReportFact("Parent", parentText(parent))) }
    for key in run.provenance.keys.sorted(by: NaturalOrder.precedes)
    where !SourceKey.bookkeeping.contains(key) {
      facts.append(
        ReportFact(Wording.label(key.text), "\(Wording.cut(run.provenance[key] ?? "", to: 300))"))
    }
    if !run.tags.isEmpty {
      let tags = run.tags.keys.sorted(by: NaturalOrder.precedes).map { "\($0.text) = \(run.tags[$0] ?? "")" }
      facts.append(ReportFact("Tags", "\(Wording.cut(tags.joined(separator: ", "), to: 600))"))
    }
    if let evaluated = subject.evaluated {
      facts.append(
        ReportFact("Test set", "\(code: String(evaluated.testSet.prefix(12))) (digest of ids and truths)"))
    }
    return ReportSection(slug: "provenance", title: "Provenance", blocks: [.facts(facts)])
  }

  /// The run that this one belongs to, as a link where it has a page.
  private func parentText(_ parent: String) -> RichText {
    guard let run = analysis.runs.first(where: { ExactString($0.run.id.description) == ExactString(parent) })
    else { return "\(code: Wording.cut(parent, to: 60))" }
    return "\(Wording.cut(run.run.displayName, to: 60), link: .run(run.run.id))"
  }
}
