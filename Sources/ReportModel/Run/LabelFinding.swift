import Diagnostics
import Evaluation
import Markup

/// What the table of labels shows, as a sentence: which labels are called too seldom and which too often.
enum LabelFinding {
  /// A sentence about `ordered`, lowest F1 first; nil when there is nothing to say of them.
  static func text(_ ordered: [LabelEvaluation]) -> RichText? {
    guard ordered.count > 1, let lowest = ordered.first?.f1.number else {
      guard let first = ordered.first, first.f1.number == nil else { return nil }
      return "\(Wording.label(first.label.text)) is neither true nor predicted anywhere"
    }
    if lowest == 1 { return "Every label is found every time, and never where it is not" }
    let worst = ordered.prefix(3).filter { ($0.f1.number ?? 1) < 1 }
    let seldom = worst.filter { ($0.recall.number ?? 0) < ($0.precision.number ?? 0) }.map(name)
    let often = worst.filter { ($0.recall.number ?? 0) > ($0.precision.number ?? 1) }.map(name)
    let parts = [(seldom, "too seldom"), (often, "too often")].filter { !$0.0.isEmpty }
    guard let highest = worst.last?.f1.number, !parts.isEmpty else {
      return "\(worst.first.map(name) ?? "") has the lowest F1, \(NumberText.score(lowest))"
    }
    let verb = parts[0].0.count == 1 ? "is" : "are"
    var text = RichText.list(parts[0].0) + " \(verb) called \(parts[0].1)"
    if parts.count > 1 { text = text + ", " + RichText.list(parts[1].0) + " \(parts[1].1)" }
    return worst.count == 1
      ? text + ": F1 is \(NumberText.score(lowest))"
      : text + ": their F1 is \(NumberText.score(lowest)) to \(NumberText.score(highest))"
  }

  private static func name(_ label: LabelEvaluation) -> RichText { "\(Wording.label(label.label.text))" }
}
