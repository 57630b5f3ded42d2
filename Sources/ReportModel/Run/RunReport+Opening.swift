import ChartKit
import Diagnostics
import Evaluation
import Markup
import RunModel

extension RunReport {
  /// The answer in one or two sentences.
  var lede: [RichText] {
    var sentences: [RichText] = []
    if subject.run.status == .failed {
      sentences.append("This run \(strong: "failed").")
    }
    if let metric = analysis.primaryMetric, let score = metric.score(of: subject) {
      let title = metric.title.prefix(1).uppercased() + metric.title.dropFirst()
      var sentence: RichText = "\(title) is \(MetricText.sentence(score.value, score.interval))"
      if let count = score.count {
        sentence = sentence + " on \(noun.count(count))"
      } else {
        sentence = sentence + ", as the run logged it"
      }
      if let standing { sentence = sentence + ", \(standing)" }
      sentences.append(sentence + ".")
    } else if subject.run.status != .failed {
      sentences.append("This run left nothing that can be ranked: neither predictions nor a metric.")
    }
    return sentences
  }

  /// Where the run stands among those that may be ranked with it: “the highest of 14 runs”.
  private var standing: String? {
    guard let metric = analysis.primaryMetric, let group = analysis.group(of: subject.run.id),
      group.ranked.count > 1, metric.direction != .unknown,
      let position = group.ranked.firstIndex(where: { $0.run.run.id == subject.run.id })
    else { return nil }
    let word = metric.direction == .higherIsBetter ? "highest" : "lowest"
    let value = group.ranked[position].score.value
    let better = group.ranked.count { metric.isBetter($0.score.value, than: value) == true }
    let isShared = group.ranked.count { $0.score.value == value } > 1
    let runs = Wording.count(group.ranked.count, "run")
    let place = better == 0 ? "the \(word)" : "the \(Wording.ordinal(better + 1)) \(word)"
    return (isShared ? "sharing " + place : place) + " of \(runs)"
  }

  /// What else belongs on the first screen.
  var facts: [ReportFact] {
    [baselineFact, failureFact, whereItFails, loggedFact, problemsFact].compactMap { $0 }
  }

  private var baselineFact: ReportFact? {
    guard let baseline, let metric = analysis.primaryMetric, let own = metric.score(of: subject),
      let other = metric.score(of: baseline)
    else { return nil }
    let name = RunName.full(baseline.run)
    let difference = own.value - other.value
    let words: RichText =
      difference == 0
      ? "The same \(MetricText.inSentence(metric.title)) as \(name, link: .run(baseline.run.id))"
      : "\(strong: MetricText.difference(difference, isProportion: metric.isProportion)) in "
        + "\(MetricText.inSentence(metric.title)) against \(name, link: .run(baseline.run.id))"
    let kind = analysis.namedBaseline == baseline.run.id ? "Against baseline" : "Against the best"
    let closing: RichText = ". \("Compare both", link: .comparison(subject.run.id))."
    return ReportFact(kind, words + " (\(NumberText.score(other.value)))" + closing)
  }

  private var failureFact: ReportFact? {
    guard let error = subject.run.error else { return nil }
    let line = error.split(whereSeparator: \.isNewline).last.map(String.init) ?? error
    return ReportFact("Error", "\(code: Wording.cut(line, to: 200))")
  }

  private var whereItFails: ReportFact? {
    guard let evaluation else { return nil }
    return ReportFact("Where it fails", FailureSentence.text(evaluation, noun: noun))
  }

  private var loggedFact: ReportFact? {
    guard let evaluation else { return nil }
    let checks = LoggedMetricCheck.checks(of: subject.run, against: evaluation)
    guard !checks.isEmpty else { return nil }
    let wrong = checks.filter { !$0.agrees }
    if wrong.isEmpty {
      let names = Wording.count(checks.count, "logged metric")
      return ReportFact("As logged", "The predictions confirm \(checks.count == 1 ? "the" : "all") \(names).")
    }
    let list = RichText.list(
      wrong.prefix(3).map { check -> RichText in
        "\(code: check.loggedName.text) was logged as \(check.loggedShort), the predictions give "
          + "\(NumberText.significant(check.recomputed, digits: 6))"
      }, joinedBy: "and")
    return ReportFact("As logged", "\(wrong.count) of \(checks.count) differ: " + list + ".")
  }

  private var problemsFact: ReportFact? {
    guard !subject.diagnostics.isEmpty else { return nil }
    let count = Wording.count(subject.diagnostics.count, "problem")
    let leftOut = subject.evaluated?.rowsLeftOut ?? 0
    let rows = leftOut == 0 ? "" : "; \(Wording.count(leftOut, "row")) of the predictions left out"
    return ReportFact("Input", "\("\(count) while reading", link: .anchor("problems"))\(rows).")
  }

  /// Recall by label, worst first.
  var openingFigure: ReportFigure? {
    evaluation.flatMap { RecallFigure.figure($0, noun: noun) }
  }
}
