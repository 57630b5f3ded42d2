public import Diagnostics
public import Evaluation
import RunModel

/// What the best combination of parameters is chosen by.
///
/// ```swift
/// ModelSelection.validationLoss
/// try ModelSelection.metric(named: "f1_macro")
/// ```
///
/// The first of equally good combinations wins; a value that is not finite, or undefined, never does.
public struct ModelSelection: Sendable {
  enum Source: Sendable {
    case validationLoss
    case metric(ClassificationMetric)
    case reported

    /// What metadata calls it.
    var name: String {
      switch self {
      case .validationLoss: "validation_loss"
      case .metric: "metric"
      case .reported: "reported"
      }
    }

    /// What metadata calls those that there are.
    static let names = ["validation_loss", "metric", "reported"]
  }

  let source: Source
  /// What it is called in records.
  public let name: ExactString
  /// Which way is better.
  public let direction: ClassificationMetric.Direction

  /// The name under which a run of a combination has the value; that of a metric says that it is of the validation part.
  var recordName: ExactString {
    if case .metric = source { ExactString("valid_" + name.text) } else { name }
  }

  private init(_ source: Source, name: ExactString, direction: ClassificationMetric.Direction) {
    self.source = source
    self.name = name
    self.direction = direction
  }

  /// The lowest loss on the validation part.
  public static let validationLoss = ModelSelection(
    .validationLoss, name: "valid_loss", direction: .lowerIsBetter)

  /// A metric of the predictions of the validation part, one of Assay's or your own.
  ///
  /// - Parameters:
  ///   - metric: The metric.
  ///   - direction: Which way is better; as the metric says where absent.
  /// - Returns: The choice.
  public static func metric(
    _ metric: ClassificationMetric, direction: ClassificationMetric.Direction? = nil
  ) -> ModelSelection {
    ModelSelection(
      .metric(metric), name: ExactString(metric.name), direction: direction ?? metric.direction)
  }

  /// A metric of the predictions of the validation part, by its name: `f1_macro`.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - registry: The metrics to choose from.
  ///   - direction: Which way is better; as the metric says where absent.
  /// - Returns: The choice.
  /// - Throws: ``ClassificationExperimentError`` if there is no such metric; with the nearest name.
  public static func metric(
    named name: String, in registry: MetricRegistry = .standard,
    direction: ClassificationMetric.Direction? = nil
  ) throws(ClassificationExperimentError) -> ModelSelection {
    guard let metric = registry[name] else {
      let suggestion = NearestName.suggestion(for: name, among: registry.metrics.map(\.name))
      throw ClassificationExperimentError(.unknownMetric(name: name, suggestion: suggestion))
    }
    return .metric(metric, direction: direction)
  }

  /// A number that the trainer itself measures, by the name that it gives it.
  public static func reported(
    _ name: ExactString, direction: ClassificationMetric.Direction
  ) -> ModelSelection {
    ModelSelection(.reported, name: name, direction: direction)
  }

  /// The value that counts for `result`; nil where there is none that is finite.
  func value(of result: TrainingResult) -> Double? {
    let value: Double? =
      switch source {
      case .validationLoss: result.validationLoss
      case .metric: result.selectionValue
      case .reported: result.metrics[name]?.number
      }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The place of the best result; nil if none has a finite value.
  func best(of results: [TrainingResult]) -> Int? {
    var best: (place: Int, value: Double)?
    for (place, result) in results.enumerated() where result.error == nil {
      guard let value = value(of: result) else { continue }
      let isBetter = best.map { direction == .lowerIsBetter ? value < $0.value : value > $0.value } ?? true
      if isBetter { best = (place, value) }
    }
    return best?.place
  }

  /// The value of the metric that is chosen by, for predictions of the validation part.
  func value(of predictions: Predictions) -> Double? {
    guard case .metric(let metric) = source else { return nil }
    let options = EvaluationOptions(
      metrics: MetricRegistry([metric]), chance: .off, ranksLabels: false, keepsCurves: false)
    return predictions.evaluate(options)[metric.name]?.number
  }

  /// What is not finite, in the words of an error.
  var measure: String {
    if case .validationLoss = source { "validation loss" } else { VisibleText.quoting(name.text) }
  }
}
