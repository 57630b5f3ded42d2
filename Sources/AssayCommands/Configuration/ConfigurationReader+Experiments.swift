import Diagnostics
import Evaluation
import FileFormats
import ReportModel
import RunModel

extension ConfigurationReader {
  /// What is said about single experiments, by their id.
  mutating func experiments(_ node: YAMLNode) -> [ExactString: ExperimentConfiguration] {
    var experiments: [ExactString: ExperimentConfiguration] = [:]
    eachName(of: node) { reader, name, value in
      guard let id = reader.text(name) else { return }
      experiments[ExactString(id)] = reader.experiment(value)
    }
    return experiments
  }

  private mutating func experiment(_ node: YAMLNode) -> ExperimentConfiguration {
    var experiment = ExperimentConfiguration()
    let keys = [
      "primary_metric", "direction", "baseline", "predictions", "positive", "columns", "slices", "cost",
    ]
    eachKey(of: node, among: keys) { reader, key, node in
      switch key {
      case "primary_metric": experiment.primaryMetric = reader.exactText(node)
      case "direction": experiment.direction = reader.direction(node)
      case "baseline": experiment.baseline = reader.exactText(node)
      case "predictions": experiment.predictions = reader.exactText(node)
      case "positive": experiment.positive = reader.exactText(node)
      case "columns": experiment.columns = reader.columns(node)
      case "slices": experiment.slices = reader.slices(node)
      default: experiment.costs = reader.costs(node)
      }
    }
    return experiment
  }

  private mutating func exactText(_ node: YAMLNode) -> ExactString? {
    text(node).map { ExactString($0) }
  }

  /// The names of columns by their role.
  private mutating func columns(_ node: YAMLNode) -> [ExactString: ExactString] {
    var columns: [ExactString: ExactString] = [:]
    eachName(of: node) { reader, role, name in
      guard let text = reader.text(role), ColumnRole.exists(text) else {
        return reader.refuseKey(role, among: ColumnRole.names + ColumnRole.prefixes.map { $0 + "<label>" })
      }
      columns[ExactString(text)] = reader.exactText(name)
    }
    return columns
  }

  private enum Direction: String, CaseIterable {
    case higher, lower
  }

  private mutating func direction(_ node: YAMLNode) -> MetricDirection? {
    let direction: Direction? = choice(node)
    return direction.map { $0 == .higher ? .higherIsBetter : .lowerIsBetter }
  }

  /// The slices that a list of expressions means; one that cannot be read is a problem.
  private mutating func slices(_ node: YAMLNode) -> [SliceExpression] {
    guard let expressions = node.sequence else {
      refuse(node, expected: "a list of slices")
      return []
    }
    return expressions.compactMap { node in
      guard let source = text(node) else { return nil }
      do throws(SliceExpressionError) {
        return try SliceExpression(source)
      } catch {
        refuseSlice(node, source, error)
        return nil
      }
    }
  }

  /// What errors cost; a cost that is not given is 1.
  private mutating func costs(_ node: YAMLNode) -> ErrorCosts? {
    guard node.mapping != nil else {
      refuse(node, expected: "a mapping with any of the keys false_positive, false_negative")
      return nil
    }
    var costs = ErrorCosts()
    eachKey(of: node, among: ["false_positive", "false_negative"]) { reader, key, node in
      guard let cost = reader.number(node) else { return }
      guard cost >= 0 else { return reader.refuse(node, expected: "a number that is not negative") }
      if key == "false_positive" { costs.falsePositive = cost } else { costs.falseNegative = cost }
    }
    return costs
  }
}
