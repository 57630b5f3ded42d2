import Diagnostics
import Evaluation
import Markup

extension ComparisonReport {
  /// What the paired interval of the deciding metric says of each candidate.
  var verdictFact: ReportFact? {
    let verdicts = zip(candidates, comparisons).compactMap { member, comparison -> RichText? in
      comparison.flatMap { Self.verdict(on: member.letter, $0) }
    }
    guard !verdicts.isEmpty else { return nil }
    let correction: RichText =
      verdicts.count > 1 ? " p is corrected by Holm for \(verdicts.count) candidates." : ""
    return ReportFact("Verdict", RichText.list(verdicts, joinedBy: "and") + "." + correction)
  }

  /// `B is better: +5.3 points in accuracy [+3.6, +7.2], p = 4.47 × 10⁻⁹`.
  private static func verdict(on letter: String, _ comparison: PairedComparison) -> RichText? {
    guard let difference = comparison[comparison.primary], let verdict = comparison.verdict,
      let value = difference.value.number, let interval = difference.interval.interval
    else { return nil }
    let metric = MetricRegistry.standard[comparison.primary]
    let title = metric.map { MetricText.inSentence($0.title) } ?? comparison.primary
    let isProportion = metric?.range == 0...1
    let amount = MetricText.difference(value, isProportion: isProportion)
    let range = PairedText.interval(interval, isProportion: isProportion)
    let p = difference.pValue.map { ", \(PairedText.equation($0))" } ?? ""
    let words =
      switch verdict {
      case .better: RichText([.init("better", style: .better)])
      case .worse: RichText([.init("worse", style: .worse)])
      case .noDifference: "not shown to differ at n = \(Wording.number(comparison.rows))" as RichText
      }
    return "\(letter) is " + words + ": \(amount) in \(title) \(interval: range)\(p)"
  }
}
