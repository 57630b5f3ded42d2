import Evaluation

/// The orders in which labels are told of.
enum LabelOrder {
  /// The labels that are true of some row, lowest recall first; of equals the one with more support, then the first.
  static func byRecall(_ evaluation: ClassificationEvaluation) -> [LabelEvaluation] {
    ordered(evaluation.perLabel.filter { $0.recall.number != nil }) { ($0.recall.number ?? 1, -$0.support) }
  }

  /// All labels, lowest F1 first, those without one before them; of equals the first.
  static func byF1(_ evaluation: ClassificationEvaluation) -> [LabelEvaluation] {
    ordered(evaluation.perLabel) { ($0.f1.number ?? -1, 0) }
  }

  private static func ordered(
    _ labels: [LabelEvaluation], by key: (LabelEvaluation) -> (Double, Double)
  ) -> [LabelEvaluation] {
    labels.map { (key: key($0), label: $0) }.enumerated().sorted { left, right in
      left.element.key == right.element.key
        ? left.offset < right.offset : left.element.key < right.element.key
    }.map(\.element.label)
  }
}
