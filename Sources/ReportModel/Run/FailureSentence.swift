import Diagnostics
import Evaluation
import Markup

/// Where predictions fail, in words: how many errors, the label that is missed most, the one that attracts most.
enum FailureSentence {
  /// The sentences about an evaluation of at least one row; `pairs` are its confused pairs.
  static func text(
    _ evaluation: ClassificationEvaluation, pairs: [ConfusedPair], noun: ExampleNoun
  ) -> RichText {
    guard let confusion = evaluation.confusion else { return multilabel(evaluation) }
    let errors = confusion.total - confusion.diagonal.reduce(0, +)
    guard !pairs.isEmpty else { return "Nowhere: no error on \(noun.count(evaluation.rowCount))." }
    var text: RichText =
      evaluation.schema.hasWeights
      ? "Errors weigh \(strong: NumberText.weight(errors)) of \(NumberText.weight(confusion.total))."
      : "\(strong: NumberText.weight(errors)) \(errors == 1 ? "error" : "errors")."
    if let lowest = LabelOrder.byRecall(evaluation).first, let recall = lowest.recall.number, recall < 1 {
      text = text + " Label \(strong: Wording.label(lowest.label.text)) has recall " + value(recall, lowest)
      let taken = pairs.lazy.filter { $0.truth == lowest.label }.prefix(3).map { pair -> RichText in
        let sign = evaluation.schema.hasWeights ? "" : "×"
        return "\(Wording.label(pair.predicted.text)) (\(NumberText.weight(pair.count))\(sign))"
      }
      text = text + "; it is taken for " + RichText.list(Array(taken)) + "."
    }
    if let magnet = attractor(evaluation) {
      let wrong = noun.count(weight: magnet.counts.falsePositives)
      let name = Wording.label(magnet.label.text)
      text = text + " Label \(strong: name) collects \(wrong) that are not \(name)."
    }
    return text
  }

  /// The label of several that is predicted wrongly most often, if that happens more than once.
  private static func attractor(_ evaluation: ClassificationEvaluation) -> LabelEvaluation? {
    guard evaluation.schema.labels.count > 2 else { return nil }
    return evaluation.perLabel.max { $0.counts.falsePositives < $1.counts.falsePositives }
      .flatMap { $0.counts.falsePositives > 1 ? $0 : nil }
  }

  private static func multilabel(_ evaluation: ClassificationEvaluation) -> RichText {
    let missed = evaluation.perLabel.reduce(0) { $0 + $1.counts.falseNegatives }
    let added = evaluation.perLabel.reduce(0) { $0 + $1.counts.falsePositives }
    guard missed + added > 0 else { return "Nowhere: every set of labels is right." }
    var text: RichText =
      evaluation.schema.hasWeights
      ? "Missed labels weigh \(strong: NumberText.weight(missed)), wrongly given ones \(strong: NumberText.weight(added))."
      : "\(count(missed)) missed, \(count(added)) given wrongly."
    if let lowest = LabelOrder.byRecall(evaluation).first, let recall = lowest.recall.number, recall < 1 {
      text =
        text + " Label \(strong: Wording.label(lowest.label.text)) is found least often: recall is "
        + value(recall, lowest) + "."
    }
    return text
  }

  private static func count(_ number: Double) -> RichText {
    "\(strong: NumberText.weight(number)) \(number == 1 ? "label is" : "labels are")"
  }

  private static func value(_ recall: Double, _ label: LabelEvaluation) -> RichText {
    let text: RichText = "\(NumberText.score(recall))"
    return MetricText.interval(label.recallInterval, of: recall).map { text + " \(interval: $0)" } ?? text
  }
}
