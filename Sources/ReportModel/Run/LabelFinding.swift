import Diagnostics
import Evaluation
import Markup

/// What the table of labels shows, as a sentence: which labels are called too seldom and which too often.
enum LabelFinding {
  /// A sentence about `ordered`, lowest F1 first, labels without F1 before them; nil when there is nothing to say.
  static func text(_ ordered: [LabelEvaluation]) -> RichText? {
    let absent = ordered.prefix { $0.f1.number == nil }
    let known = ordered.dropFirst(absent.count)
    guard ordered.count > 1, let first = known.first, let lowest = first.f1.number else { return nil }
    if lowest == 1 {
      return absent.isEmpty
        ? "Every label is found every time, and never where it is not"
        : "Every label that occurs is found every time, and never where it is not"
    }
    let shown = known.prefix(3).filter { ($0.f1.number ?? 1) < 1 }
    let parts = [
      (shown.filter { $0.counts.predicted < $0.counts.support }, "too seldom"),
      (shown.filter { $0.counts.predicted > $0.counts.support }, "too often"),
    ].filter { !$0.0.isEmpty }
    guard let main = parts.first else {
      return "\(name(first)) has the lowest F1, \(NumberText.score(lowest))"
    }
    var text = RichText.list(main.0.map(name)) + " \(main.0.count == 1 ? "is" : "are") called \(main.1)"
    if parts.count > 1 { text = text + ", " + RichText.list(parts[1].0.map(name)) + " \(parts[1].1)" }
    let scores = parts.flatMap { $0.0.compactMap(\.f1.number) }
    return text + ": " + range(scores)
  }

  private static func range(_ scores: [Double]) -> RichText {
    let low = scores.min().map(NumberText.score) ?? "—"
    let high = scores.max().map(NumberText.score) ?? "—"
    if scores.count == 1 { return "F1 is \(low)" }
    return low == high ? "their F1 is \(low)" : "their F1 is \(low) to \(high)"
  }

  private static func name(_ label: LabelEvaluation) -> RichText { "\(Wording.label(label.label.text))" }
}
