import Diagnostics
import Evaluation
import Markup

/// What a confusion matrix shows, as a sentence.
enum ConfusionFinding {
  static func text(_ evaluation: ClassificationEvaluation, noun: ExampleNoun) -> RichText? {
    guard let confusion = evaluation.confusion else { return nil }
    guard let first = evaluation.confusedPairs().first else {
      return "No \(noun.singular) is called something else than it is"
    }
    if confusion.labels.count == 2 { return ofTwo(evaluation.confusedPairs(), confusion, noun: noun) }
    let equal = evaluation.confusedPairs().prefix { $0.count == first.count }
    let count = NumberText.weight(first.count)
    switch equal.count {
    case 1:
      return
        "\(pair(first)) is the largest confusion: \(count) of \(NumberText.weight(first.count / first.shareOfTruth)) \(noun.plural)"
    case 2...3:
      return RichText.list(equal.map(pair)) + " are the largest confusions, \(count) \(noun.plural) each"
    default:
      return
        "No confusion stands out: \(equal.count) pairs have \(count) \(first.count == 1 ? noun.singular : noun.plural) each"
    }
  }

  private static func ofTwo(
    _ pairs: [ConfusedPair], _ confusion: ConfusionMatrix, noun: ExampleNoun
  ) -> RichText {
    let parts = pairs.map { pair -> RichText in
      "\(NumberText.weight(pair.count)) of \(NumberText.weight(pair.count / pair.shareOfTruth)) "
        + "\(Wording.label(pair.truth.text)) are called \(Wording.label(pair.predicted.text))"
    }
    return RichText.list(parts)
  }

  private static func pair(_ pair: ConfusedPair) -> RichText {
    "\(Wording.label(pair.truth.text)) → \(Wording.label(pair.predicted.text))"
  }
}
