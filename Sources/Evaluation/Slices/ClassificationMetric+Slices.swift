extension ClassificationMetric {
  /// The metrics of slices where no others are asked for.
  static func usualOfSlices(_ schema: PredictionSchema) -> [ClassificationMetric] {
    switch schema.task {
    case .binary: [.accuracy, MetricRegistry.standard[f1OfPositive.name] ?? f1OfPositive, .rocAUC, .logLoss]
    case .multiclass: [.accuracy, .f1Macro, .logLoss]
    case .multilabel: [.accuracy, .f1Macro, .f1Micro]
    }
  }

  /// The metric that decides where no other is asked for: accuracy, or micro-averaged F1 where rows may have several labels.
  package static func usualPrimary(of task: ClassificationTask) -> ClassificationMetric {
    task == .multilabel ? .f1Micro : .accuracy
  }

  /// The F1 of the positive label of a binary problem.
  private static let f1OfPositive = ClassificationMetric(
    name: "f1", title: "F1 of the positive label", needs: .labels([.binary]),
    formula: "2 tp / (2 tp + fp + fn) of the positive label", source: "scikit-learn f1_score",
    compute: { statistics in
      guard let positive = statistics.schema.positive else {
        return .undefined("no label is the positive one")
      }
      let name = statistics.schema.labels[positive].quoted
      return LabelMeasure.f1.value(
        statistics.labelCounts[positive], else: "\(name) is neither true nor predicted")
    })
}
