import Diagnostics
import Evaluation
import Markup
import RunModel

extension ComparisonReport {
  /// The difference in the deciding metric, one sentence for each candidate.
  var lede: [RichText] {
    guard let metric, let first = metric.score(of: baseline.entry) else {
      return ["These runs have no metric in common that could decide between them."]
    }
    if !isComparable {
      return [
        """
        These runs were \(strong: "not tested on the same examples"), or that is not known: their values stand side \
        by side, but a difference may come from the examples.
        """
      ]
    }
    return candidates.prefix(3).compactMap { member in
      guard let score = metric.score(of: member.entry) else { return nil }
      let name = RichText([
        .init(RunName.full(member.entry.run), style: .strong, link: .run(member.entry.run.id))
      ])
      let difference = score.value - first.value
      let values = "\(NumberText.score(score.value)) against \(NumberText.score(first.value))"
      let title = MetricText.inSentence(metric.title)
      if difference == 0 {
        return name + " has the same \(title) as the baseline, \(NumberText.score(score.value))."
      }
      let amount = MetricText.difference(difference, isProportion: metric.isProportion)
      return name + " has \(title) \(values), \(strong: amount)."
    }
  }

  /// Whether all runs were tested on the same examples.
  var isComparable: Bool { sharedEvaluations != nil }

  /// What else belongs on the first screen.
  var facts: [ReportFact] {
    [sameExamplesFact, errorsFact, parametersFact].compactMap { $0 }
  }

  private var sameExamplesFact: ReportFact {
    let sets = Set(members.map { $0.entry.evaluated?.testSet })
    if sets.contains(nil) {
      return ReportFact("Test examples", "Not known for every run: some have no predictions.")
    }
    return sets.count == 1
      ? ReportFact("Test examples", "The same ids and truths in all runs.")
      : ReportFact("Test examples", "\(strong: "Different"): \(sets.count) sets of ids and truths.")
  }

  private var errorsFact: ReportFact? {
    guard let evaluations = sharedEvaluations else { return nil }
    let parts = zip(members, evaluations).map { member, evaluation -> RichText in
      "\(member.letter) \(Wording.number(evaluation.errorCount))"
    }
    return ReportFact("Errors", RichText.list(parts) + " of \(noun.count(evaluations[0].rowCount)).")
  }

  private var parametersFact: ReportFact? {
    let differing = ComparedRows.parameters(members).filter(\.differs)
    guard !differing.isEmpty else { return ReportFact("Parameters", "All equal.") }
    let names = differing.prefix(6).map { row -> RichText in "\(code: row.key.text)" }
    let rest = differing.count - names.count
    return ReportFact(
      "Parameters",
      "\(differing.count) \(differing.count == 1 ? "differs" : "differ"): "
        + RichText.list(names + (rest > 0 ? ["\(rest) more"] : [])) + ".")
  }
}
