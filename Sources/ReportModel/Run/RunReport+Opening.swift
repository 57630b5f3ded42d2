import Diagnostics
import Evaluation
import Markup
import RunModel

extension RunReport {
  /// The answer in one or two sentences.
  var lede: [RichText] {
    var sentences: [RichText] = []
    if subject.run.status == .failed { sentences.append("This run \(strong: "failed").") }
    if let metric = analysis.primaryMetric, let score = metric.score(of: subject) {
      sentences.append(sentence(of: score, metric: metric))
    } else if subject.run.status != .failed {
      sentences.append(RichText(plain: Reason.sentence(subject, metric: analysis.primaryMetric)))
    }
    return sentences
  }

  private func sentence(of score: RunScore, metric: PrimaryMetric) -> RichText {
    let text: RichText = "\(metric.title) is \(MetricText.sentence(score.value, score.interval))"
    let basis = score.count.map { " on \(noun.count($0))" } ?? ", as the run logged it"
    return text + "\(basis)\(standing(metric).map { ", " + $0 } ?? "")."
  }

  /// Where the run stands among those that may be ranked with it: `the highest of 14 runs`.
  private func standing(_ metric: PrimaryMetric) -> String? {
    guard let ranked = analysis.group(of: subject.run.id)?.ranked, ranked.count > 1,
      let entry = analysis.entry(of: subject.run.id), let place = entry.place
    else { return nil }
    let extreme = metric.direction == .higherIsBetter ? "highest" : "lowest"
    let rank = place == 1 ? extreme : "\(Wording.ordinal(place)) \(extreme)"
    // Equals follow one another, so that looking at them does not take a walk through all runs.
    let equals = ranked[(place - 1)...].prefix { $0.place == place }.count
    return "the \(rank) of \(Wording.count(ranked.count, "run"))"
      + (equals > 1 ? ", shared with \(Wording.count(equals - 1, "other"))" : "")
  }

  /// What else belongs on the first screen.
  var facts: [ReportFact] {
    [baselineFact, failureFact, trialFact, lineageFact, whereItFails, loggedFact, problemsFact].compactMap {
      $0
    }
  }

  private var baselineFact: ReportFact? {
    guard let baseline, let role = analysis.baselineRole(for: subject.run.id) else { return nil }
    let name: RichText = "\(RunName.full(baseline.run), link: .run(baseline.run.id))"
    let closing: RichText = " \("Compare both", link: .comparison(subject.run.id))."
    guard let metric = analysis.primaryMetric, let own = metric.score(of: subject),
      let other = metric.score(of: baseline)
    else { return ReportFact(role.factName, "No score of both this run and \(name)." + closing) }
    guard analysis.isRankedWithBaseline(subject.run.id) else {
      return ReportFact(
        role.factName,
        "\(name) has \(metric.titleInSentence) \(NumberText.score(other.value)), not known to be on the same "
          + "\(noun.plural), so no difference is given." + closing)
    }
    let difference = own.value - other.value
    let words: RichText =
      difference == 0
      ? "The same \(metric.titleInSentence) as \(name)"
      : "\(strong: MetricText.difference(difference, isProportion: metric.isProportion)) in "
        + "\(metric.titleInSentence) against \(name)"
    return ReportFact(role.factName, words + " (\(NumberText.score(other.value)))." + closing)
  }

  private var failureFact: ReportFact? {
    guard let error = subject.run.error else { return nil }
    return ReportFact("Error", "\(code: Wording.lastLine(of: error, limit: 200))")
  }

  private var whereItFails: ReportFact? {
    guard let evaluation, evaluation.rowCount > 0 else { return nil }
    return ReportFact(
      "Where it fails", FailureSentence.text(evaluation, pairs: confusedPairs, noun: noun))
  }

  private var loggedFact: ReportFact? {
    guard !checks.isEmpty else { return nil }
    let wrong = checks.filter { !$0.agrees }
    guard !wrong.isEmpty else {
      let names =
        checks.count == 1 ? "the one logged metric" : "all \(Wording.number(checks.count)) logged metrics"
      return ReportFact("As logged", "The predictions confirm \(names) that they give as well.")
    }
    let list = RichText.list(
      wrong.prefix(3).map { check -> RichText in
        let texts = check.texts
        return
          "\(code: Wording.label(check.loggedName.text)) was logged as \(texts.logged), the predictions give "
          + "\(texts.recomputed)"
      })
    let counts = "\(wrong.count) of \(Wording.count(checks.count, "logged metric"))"
    let rest =
      wrong.count > 3 ? "; the others are marked under \("Metrics", link: .anchor("metrics"))" : RichText()
    return ReportFact(
      "As logged", "\(counts) \(wrong.count == 1 ? "differs" : "differ"): " + list + rest + ".")
  }

  private var problemsFact: ReportFact? {
    guard !subject.diagnostics.isEmpty else { return nil }
    let count = ProblemWords.count(subject.diagnostics)
    let leftOut = subject.evaluated?.rowsLeftOut ?? 0
    let rows =
      leftOut == 0
      ? "" : "; \(Wording.count(leftOut, "row")) of the predictions \(leftOut == 1 ? "is" : "are") left out"
    return ReportFact("Input", "\("\(count) while reading", link: .anchor("problems"))\(rows).")
  }

  /// Recall by label, lowest first.
  var openingFigure: ReportFigure? {
    evaluation.flatMap { RecallFigure.figure($0, noun: noun, sample: sample) }
  }
}
