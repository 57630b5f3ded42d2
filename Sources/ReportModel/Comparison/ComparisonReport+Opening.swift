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
      let start: RichText =
        testSets.count > 1
        ? "These runs were \(strong: "not tested on the same examples")"
        : "It is \(strong: "not known") whether these runs were tested on the same examples"
      return [start + ": their values stand side by side, but a difference may come from the examples."]
    }
    return candidates.prefix(3).compactMap { member in
      guard let score = metric.score(of: member.entry) else { return nil }
      let name = RichText([
        .init(RunName.full(member.entry.run), style: .strong, link: .run(member.entry.run.id))
      ])
      let difference = score.value - first.value
      let values = "\(NumberText.score(score.value)) against \(NumberText.score(first.value))"
      let title = metric.titleInSentence
      if difference == 0 {
        return name + " has the same \(title) as the baseline, \(NumberText.score(score.value))."
      }
      let amount = MetricText.difference(difference, isProportion: metric.isProportion)
      return name + " has \(title) \(values), \(strong: amount)."
    }
  }

  /// Whether all runs were tested on the same examples.
  var isComparable: Bool { sharedEvaluations != nil }

  /// The test sets of the runs, so far as known.
  private var testSets: Set<String> { Set(members.compactMap(\.entry.evaluated?.testSet)) }

  /// What else belongs on the first screen.
  var facts: [ReportFact] {
    [verdictFact, sameExamplesFact, errorsFact, parametersFact].compactMap { $0 }
  }

  private var sameExamplesFact: ReportFact {
    let name = "Test examples"
    if testSets.count > 1 {
      return ReportFact(
        name, "\(strong: "Different"): \(testSets.count) sets of ids and truths.\(alignmentProblems)")
    }
    return isComparable
      ? ReportFact(name, "The same ids and truths in all runs.\(alignmentProblems)")
      : ReportFact(name, "Not known for every run: not all have predictions.")
  }

  /// Why candidates cannot be compared with the baseline row by row, a sentence for each.
  private var alignmentProblems: String {
    candidates.enumerated().compactMap { position, member in
      paired.reason(at: position, examples: examples).map { reason in
        " \(member.letter) beside A: \(Wording.cut(reason, to: 300))."
      }
    }.joined()
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
    guard !differing.isEmpty else {
      return members.allSatisfy(\.entry.run.params.isEmpty) ? nil : ReportFact("Parameters", "All equal.")
    }
    let names = differing.prefix(6).map { row -> RichText in "\(code: Wording.label(row.key.text))" }
    let rest = differing.count - names.count
    return ReportFact(
      "Parameters",
      "\(differing.count) \(differing.count == 1 ? "differs" : "differ"): "
        + RichText.list(names + (rest > 0 ? ["\(rest) more"] : [])) + ".")
  }
}
