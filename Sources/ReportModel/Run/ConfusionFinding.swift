import Diagnostics
import Evaluation
import Markup

/// What a confusion matrix shows, as a sentence.
enum ConfusionFinding {
  /// The sentence; `pairs` are the confused pairs of the evaluation, the most frequent first.
  static func text(
    _ evaluation: ClassificationEvaluation, pairs: [ConfusedPair], noun: ExampleNoun
  ) -> RichText? {
    guard let confusion = evaluation.confusion, confusion.total > 0 else { return nil }
    guard let first = pairs.first else { return "No \(noun.singular) is taken for another label" }
    let totals = Dictionary(
      zip(confusion.labels, confusion.truthTotals), uniquingKeysWith: { first, _ in first })
    func share(_ pair: ConfusedPair) -> String {
      "\(NumberText.weight(pair.count)) of \(NumberText.weight(totals[pair.truth] ?? 0))"
    }
    if confusion.labels.count == 2 {
      return RichText.list(
        pairs.map { pair in
          "\(share(pair)) \(Wording.label(pair.truth.text)) \(pair.count == 1 ? "is" : "are") called "
            + "\(Wording.label(pair.predicted.text))"
        })
    }
    let equal = pairs.prefix { $0.count == first.count }
    let each = "\(noun.count(weight: first.count)) each"
    switch equal.count {
    case 1:
      let nouns = totals[first.truth] == 1 ? noun.singular : noun.plural
      return
        "\(name(first)) is the largest confusion: \(share(first)) \(nouns) of \(Wording.label(first.truth.text))"
    case 2...3: return RichText.list(equal.map(name)) + " are the largest confusions, \(each)"
    default: return "No confusion stands out: \(Wording.number(equal.count)) pairs have \(each)"
    }
  }

  private static func name(_ pair: ConfusedPair) -> RichText {
    "\(Wording.label(pair.truth.text)) → \(Wording.label(pair.predicted.text))"
  }
}
