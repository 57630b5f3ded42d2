import Diagnostics
import Evaluation
import Markup

/// Where predictions fail, in words: how many errors, the label that is missed most, the one that attracts most.
enum FailureSentence {
  static func text(_ evaluation: ClassificationEvaluation, noun: ExampleNoun) -> RichText {
    guard let confusion = evaluation.confusion else { return multilabel(evaluation, noun: noun) }
    let errors = confusion.total - confusion.diagonal.reduce(0, +)
    guard errors > 0 else { return "Nowhere: no error on \(noun.count(evaluation.rowCount))." }
    var text: RichText = "\(strong: NumberText.weight(errors)) \(errors == 1 ? "error" : "errors")."
    if let worst = worstRecall(evaluation), let recall = worst.recall.number, recall < 1 {
      text =
        text + " Label \(strong: Wording.label(worst.label.text)) has recall "
        + "\(NumberText.score(recall))"
      if let range = MetricText.interval(worst.recallInterval, of: recall) {
        text = text + " \(interval: range)"
      }
      let taken = evaluation.confusedPairs().filter { $0.truth == worst.label }.prefix(3).map {
        pair -> RichText in
        "\(Wording.label(pair.predicted.text)) (\(NumberText.weight(pair.count))×)"
      }
      text = text + (taken.isEmpty ? "." : "; it is taken for " + RichText.list(Array(taken)) + ".")
    }
    if evaluation.schema.labels.count > 2, let magnet = attractor(evaluation) {
      let wrong = NumberText.weight(magnet.counts.falsePositives)
      text =
        text
        + " Label \(strong: Wording.label(magnet.label.text)) collects \(wrong) \(noun.plural) that are not."
    }
    return text
  }

  /// The label with the lowest recall; of equals the one with more support, then the first.
  static func worstRecall(_ evaluation: ClassificationEvaluation) -> LabelEvaluation? {
    evaluation.perLabel.filter { $0.recall.number != nil }.min {
      ($0.recall.number ?? 1, -$0.support) < ($1.recall.number ?? 1, -$1.support)
    }
  }

  /// The label that is predicted wrongly most often, if that happens more than once.
  private static func attractor(_ evaluation: ClassificationEvaluation) -> LabelEvaluation? {
    evaluation.perLabel.max { $0.counts.falsePositives < $1.counts.falsePositives }
      .flatMap { $0.counts.falsePositives > 1 ? $0 : nil }
  }

  private static func multilabel(_ evaluation: ClassificationEvaluation, noun: ExampleNoun) -> RichText {
    let missed = evaluation.perLabel.reduce(0) { $0 + $1.counts.falseNegatives }
    let added = evaluation.perLabel.reduce(0) { $0 + $1.counts.falsePositives }
    guard missed + added > 0 else { return "Nowhere: every set of labels is right." }
    var text: RichText =
      "\(strong: NumberText.weight(missed)) labels are missed and \(strong: NumberText.weight(added)) are given wrongly."
    if let worst = worstRecall(evaluation), let recall = worst.recall.number {
      text =
        text + " Label \(strong: Wording.label(worst.label.text)) is found least, recall "
        + "\(NumberText.score(recall))"
      if let range = MetricText.interval(worst.recallInterval, of: recall) {
        text = text + " \(interval: range)"
      }
      text = text + "."
    }
    return text
  }
}
