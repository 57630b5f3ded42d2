import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

extension SpecReader {
  /// The names of the sorts of distribution, as they are written.
  static let distributionNames = [
    "uniform", "loguniform", "quniform", "qloguniform", "integer", "normal", "choice", "values", "const",
  ]

  /// A space: name → distribution.
  mutating func space(_ node: YAMLNode) -> SearchSpace {
    var parameters: [(name: ExactString, distribution: Distribution)] = []
    eachName(of: node) { reader, name, value in
      if let distribution = reader.distribution(value) { parameters.append((name, distribution)) }
    }
    return SearchSpace(parameters)
  }

  /// A distribution: `{sort: bounds}`, a list of values to choose from, or one value.
  mutating func distribution(_ node: YAMLNode) -> Distribution? {
    if node.sequence != nil { return checked(choice(values: node), node) }
    guard let pairs = node.mapping else { return .constant(Scalar(node)) }
    guard pairs.count == 1, let pair = pairs.first else {
      report(
        node, found: pairs.isEmpty ? "an empty mapping" : "\(pairs.count) sorts of distribution",
        expected: "one of \(Self.distributionNames.joined(separator: ", "))")
      return nil
    }
    let sort = pair.key.scalar?.text
    switch sort {
    case "uniform", "quniform":
      return checked(range(pair.value, isLogarithmic: false, sort == "quniform"), node)
    case "loguniform", "qloguniform":
      return checked(range(pair.value, isLogarithmic: true, sort == "qloguniform"), node)
    case "integer": return checked(integerRange(pair.value), node)
    case "normal": return checked(normal(pair.value), node)
    case "choice": return checked(choice(pair.value), node)
    case "values": return checked(choice(values: pair.value), node)
    case "const", "constant": return .constant(Scalar(pair.value))
    default:
      refuseKey(pair.key, among: Self.distributionNames)
      return nil
    }
  }

  /// The distribution if its bounds are valid; otherwise that is a problem.
  private mutating func checked(_ distribution: Distribution?, _ node: YAMLNode) -> Distribution? {
    guard let distribution else { return nil }
    guard let problem = distribution.problem else { return distribution }
    report(node, found: problem.found, expected: problem.expected, kind: "search.bounds")
    return nil
  }

  private mutating func range(_ node: YAMLNode, isLogarithmic: Bool, _ needsStep: Bool) -> Distribution? {
    // A step is named, or the distribution is: three numbers in a row look like values to choose from.
    if !needsStep, let elements = node.sequence, elements.count > 2 {
      refuse(
        node, expected: "[low, high]; with a step q\(isLogarithmic ? "log" : "")uniform: [low, high, step]")
      return nil
    }
    guard let bounds = bounds(node, ["low", "high", "step"], optional: needsStep ? [] : ["step"]) else {
      return nil
    }
    guard let low = bounds["low"], let high = bounds["high"] else { return nil }
    guard let step = bounds["step"] else {
      return isLogarithmic ? .logUniform(low: low, high: high) : .uniform(low: low, high: high)
    }
    return isLogarithmic
      ? .quantisedLogUniform(low: low, high: high, step: step)
      : .quantisedUniform(low: low, high: high, step: step)
  }

  private mutating func normal(_ node: YAMLNode) -> Distribution? {
    guard let bounds = bounds(node, ["mean", "std"], optional: []), let mean = bounds["mean"],
      let std = bounds["std"]
    else { return nil }
    return .normal(mean: mean, deviation: std)
  }

  /// Numbers by their keys, or in the order of `keys` as a list; nil if one is missing or not a number.
  private mutating func bounds(_ node: YAMLNode, _ keys: [String], optional: Set<String>) -> [String: Double]?
  {
    let count = problems.count
    var bounds: [String: Double] = [:]
    if let elements = node.sequence {
      guard elements.count <= keys.count else {
        refuse(node, expected: "[\(keys.joined(separator: ", "))]")
        return nil
      }
      for (key, element) in zip(keys, elements) { bounds[key] = number(element) }
    } else {
      eachKey(of: node, among: keys) { reader, key, value in bounds[key] = reader.number(value) }
    }
    guard problems.count == count else { return nil }
    for key in keys where bounds[key] == nil && !optional.contains(key) {
      report(node, found: "no \(key)", expected: keys.map { "\($0): a number" }.joined(separator: ", "))
      return nil
    }
    return bounds
  }

  private mutating func integerRange(_ node: YAMLNode) -> Distribution? {
    let count = problems.count
    var (low, high): (Int?, Int?) = (nil, nil)
    var isLogarithmic = false
    if let elements = node.sequence, elements.count == 2 {
      low = integer(elements[0])
      high = integer(elements[1])
    } else {
      eachKey(of: node, among: ["low", "high", "log"]) { reader, key, value in
        switch key {
        case "low": low = reader.integer(value)
        case "high": high = reader.integer(value)
        default: isLogarithmic = reader.boolean(value) ?? false
        }
      }
    }
    guard problems.count == count else { return nil }
    guard let low, let high else {
      report(
        node, found: low == nil ? "no low" : "no high", expected: "low and high, whole numbers, both included"
      )
      return nil
    }
    return .integer(low: low, high: high, isLogarithmic: isLogarithmic)
  }

  private mutating func choice(_ node: YAMLNode) -> Distribution? {
    if node.sequence != nil { return choice(values: node) }
    let count = problems.count
    var values: [Scalar]?
    var weights: [Double]?
    eachKey(of: node, among: ["values", "weights"]) { reader, key, value in
      guard let elements = value.sequence else { return reader.refuse(value, expected: "a list of \(key)") }
      if key == "values" {
        values = elements.map { Scalar($0) }
      } else {
        weights = elements.compactMap { reader.number($0) }
      }
    }
    guard problems.count == count else { return nil }
    guard let values else {
      report(node, found: "no values", expected: "values: a list")
      return nil
    }
    return .choice(values: values, weights: weights)
  }

  private mutating func choice(values node: YAMLNode) -> Distribution? {
    guard let elements = node.sequence else {
      refuse(node, expected: "a list of values")
      return nil
    }
    return .choice(values: elements.map { Scalar($0) }, weights: nil)
  }
}
