public import Evaluation

extension ClassificationExperimentResults {
  /// A named number.
  public struct NamedMetric: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// Its value; NaN where undefined.
    public let value: Double

    /// A number called `name`.
    public init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// The metrics of the test part, in order: those that were asked for, else gobbli's four.
  ///
  /// The four are `Weighted F1 Score`, `Weighted Precision Score` and `Weighted Recall Score`, each an average over labels by
  /// how often they are true and 0 where undefined, and `Accuracy`, the share of examples that were predicted rightly, with
  /// several labels exactly so.
  public func metrics() -> [NamedMetric] {
    if let metricFunctions {
      return metricFunctions.map { NamedMetric(name: $0.name, value: $0.compute(predictions)) }
    }
    return [
      NamedMetric(name: "Weighted F1 Score", value: evaluation["f1_weighted"]?.number ?? 0),
      NamedMetric(name: "Weighted Precision Score", value: evaluation["precision_weighted"]?.number ?? 0),
      NamedMetric(name: "Weighted Recall Score", value: evaluation["recall_weighted"]?.number ?? 0),
      NamedMetric(name: "Accuracy", value: evaluation["accuracy"]?.number ?? .nan),
    ]
  }

  /// The metrics as text, then the classification report that scikit-learn prints.
  ///
  /// The text is gobbli's to the byte where no metrics were asked for.
  public func metricsReport() -> String {
    let report = evaluation.metricsReport()
    guard metricFunctions != nil else { return report }
    // Two lines of heading, then the four metrics, then a blank line and the rest.
    let rest = report.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(6)
    let own = metrics().map { "\($0.name): \($0.value)" }
    return (["Metrics:", "--------"] + own + rest.map(String.init)).joined(separator: "\n")
  }

  /// For each label the examples at which the model was most wrong about it.
  ///
  /// - Parameters:
  ///   - k: At most how many false positives and false negatives of each label.
  ///   - rule: What counts as predicted. With `threshold`, as gobbli 0.2.4 has it, a label with a probability above 0.5, also
  ///     where each example has one label.
  /// - Returns: The errors, in the order of the labels; false positives with the highest probability of the label first, false
  ///   negatives with the lowest.
  public func errors(k: Int = 10, rule: ErrorRule = .argmax) -> [LabelErrors] {
    evaluation.errors(limit: max(0, k), rule: rule)
  }

  /// The same as text, as gobbli prints it but for two faults: see `ClassificationEvaluation.errorsReport(limit:rule:)`.
  public func errorsReport(k: Int = 10, rule: ErrorRule = .argmax) -> String {
    evaluation.errorsReport(limit: max(0, k), rule: rule)
  }
}

extension Predictions {
  /// The share of rows for which exactly the true labels were predicted; nil without rows.
  var shareRight: Double? {
    count == 0 ? nil : Double((0..<count).count { row($0).isRight }) / Double(count)
  }
}
