import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

extension SpecReader {
  /// A direction: `maximize` or `minimize`, also in schedy's short words.
  mutating func direction(_ node: YAMLNode) -> SearchDirection? {
    switch node.scalar?.text {
    case "max": .maximize
    case "min": .minimize
    default: choice(node)
    }
  }

  /// How the worst are replaced: `{truncate: 0.2}`.
  mutating func truncation(_ node: YAMLNode) -> Double? {
    var share: Double?
    eachKey(of: node, among: ["truncate"]) { reader, _, value in
      guard let number = reader.number(value) else { return }
      if number > 0, number <= 0.5 {
        share = number
      } else {
        reader.report(
          value, found: "truncate \(number)", expected: "a part above 0 and at most 0.5",
          kind: "search.bounds")
      }
    }
    return share
  }

  /// How hyperparameters are changed: name → `resample`, or `{perturb: …, resample: …}`.
  mutating func explore(_ node: YAMLNode) -> [ExactString: Exploration] {
    var explorations: [ExactString: Exploration] = [:]
    eachName(of: node) { reader, name, value in explorations[name] = reader.exploration(value) }
    return explorations
  }

  private mutating func exploration(_ node: YAMLNode) -> Exploration? {
    let words = ["perturb", "resample"]
    if let text = node.scalar?.text {
      if text == "resample" { return .resample() }
      let near = NearestName.suggestion(for: text, among: words)
      report(
        node, found: VisibleText.quoting(text),
        expected: "resample, or a mapping with perturb, resample or both",
        consequence: near.map { "Did you mean \(VisibleText.quoting($0))?" } ?? "")
      return nil
    }
    let count = problems.count
    var exploration = Exploration()
    eachKey(of: node, among: words) { reader, key, value in
      if key == "perturb" {
        exploration.factor = reader.factor(value)
      } else if let isAlways = value.scalar?.boolean {
        exploration.resampling = isAlways ? 1 : 0
      } else {
        exploration.resampling = reader.number(value) ?? 0
      }
    }
    guard problems.count == count else { return nil }
    guard let problem = exploration.problem else { return exploration }
    report(node, found: problem.found, expected: problem.expected, kind: "search.bounds")
    return nil
  }

  /// `{min: 0.8, max: 1.2}`, or a list of factors.
  private mutating func factor(_ node: YAMLNode) -> Exploration.Factor? {
    if let elements = node.sequence { return .oneOf(elements.compactMap { number($0) }) }
    let count = problems.count
    var (low, high): (Double?, Double?) = (nil, nil)
    let aliases = ["min_factor": "min", "max_factor": "max", "minFactor": "min", "maxFactor": "max"]
    eachKey(of: node, among: ["min", "max"], aliases: aliases) { reader, key, value in
      if key == "min" { low = reader.number(value) } else { high = reader.number(value) }
    }
    guard problems.count == count else { return nil }
    guard let low, let high else {
      report(
        node, found: low == nil ? "no min" : "no max",
        expected: "min and max, the bounds of the factor, or a list of factors")
      return nil
    }
    return .range(low, high)
  }

  /// The rungs of successive halving: `{name: epochs, min: 1, max: 81, factor: 3}`.
  mutating func resource(_ node: YAMLNode) -> HalvingSettings? {
    let count = problems.count
    var name: String?
    var numbers: [String: Double] = ["factor": 3]
    eachKey(of: node, among: ["name", "min", "max", "factor"]) { reader, key, value in
      if key == "name" {
        name = reader.text(value, as: "the name of a hyperparameter")
      } else {
        numbers[key] = reader.number(value)
      }
    }
    guard problems.count == count else { return nil }
    guard let name, name.utf8.count <= Self.nameLimit, let low = numbers["min"], let high = numbers["max"],
      let factor = numbers["factor"]
    else {
      let missing = name == nil ? "name" : numbers["min"] == nil ? "min" : "max"
      report(
        node, found: "no usable \(missing)",
        expected: "name, min, max and perhaps factor, such as {name: epochs, min: 1, max: 81, factor: 3}")
      return nil
    }
    let settings = HalvingSettings(
      resource: ExactString(name), low: low, high: high, factor: factor, trials: 0)
    guard let problem = settings.problem else { return settings }
    report(node, found: problem.found, expected: problem.expected, kind: "search.bounds")
    return nil
  }
}
