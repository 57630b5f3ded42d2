import Diagnostics
import Evaluation
import Markup

/// How slices are named, and what they show, as a sentence.
enum SliceWords {
  /// A difference whose corrected p-value is above this is not shown to be more than chance.
  static let level = 0.05

  /// The name of a slice on one line: `site = north`, or the expression as it was written.
  static func name(_ definition: SliceDefinition) -> String {
    switch definition {
    case .attribute(let name, let value): "\(Wording.label(name.text)) = \(Wording.label(value.text))"
    case .expression(let expression): Wording.cut(expression.source, to: 80)
    }
  }

  /// Which slice is shown to be worst, or better where none is worse; or that none is shown to differ.
  ///
  /// That is said of accuracy, whatever slices are sorted by, since the p-values are.
  static func finding(_ slices: [EvaluatedSlice]) -> RichText? {
    let tested = slices.compactMap { slice in
      slice.accuracyDifference.value.number.map { (slice: slice, difference: $0) }
    }
    guard !tested.isEmpty else { return nil }
    let shown = tested.filter { ($0.slice.adjustedPValue.number ?? 1) <= level && $0.difference != 0 }
    let worse = shown.filter { $0.difference < 0 }
    let better = shown.filter { $0.difference > 0 }
    if let worst = worse.min(by: { $0.difference < $1.difference }) {
      return sentence(worst, "lower") + others(worse.count - 1, "lower")
    }
    if let best = better.max(by: { $0.difference < $1.difference }) {
      return sentence(best, "higher") + others(better.count - 1, "higher")
    }
    return tested.count == 1
      ? "The accuracy of the one slice is not shown to differ from that of the rest"
      : "No slice of \(Wording.number(tested.count)) is shown to differ from its rest in accuracy"
  }

  private static func sentence(
    _ entry: (slice: EvaluatedSlice, difference: Double), _ way: String
  ) -> RichText {
    let distance = MetricText.distance(entry.difference, isProportion: true)
    let p = entry.slice.adjustedPValue.number.map { ", adjusted \(NumberText.pStatement($0))" } ?? ""
    return "Accuracy is \(distance) \(way) where \(name(entry.slice.definition))\(p)"
  }

  private static func others(_ count: Int, _ way: String) -> RichText {
    guard count > 0 else { return "" }
    return "; it is shown to be \(way) in \(Wording.count(count, "other slice")) too"
  }
}
