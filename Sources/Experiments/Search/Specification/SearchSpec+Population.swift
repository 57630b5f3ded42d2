public import Diagnostics
import FileFormats
public import RunModel

extension SearchSpec {
  /// schedy's names of keys, each with the key that it stands for.
  static let aliases = [
    "population_size": "population", "initial_distributions": "parameters", "result_name": "metric",
    "objective": "direction", "maxGenerations": "max_generations",
  ]

  /// The plan by which jobs go on from one another; nil with strategies whose jobs do not.
  public var plan: (any LineagePlan)? {
    switch strategy {
    case .manual, .grid, .random: nil
    case .pbt: populationPlan
    case .asha: halvingPlan
    }
  }

  private var populationPlan: PopulationPlan? {
    guard let metric, let direction else { return nil }
    return PopulationPlan(
      metric: metric, direction: direction, seed: seed, space: space, settings: population)
  }

  /// The plan of successive halving, if that is the strategy and it has what it needs.
  var halvingPlan: HalvingPlan? {
    guard let metric, let direction, var settings = halving, settings.problem == nil else { return nil }
    settings.trials = trials ?? 0
    return HalvingPlan(metric: metric, direction: direction, seed: seed, space: space, settings: settings)
  }

  /// A job as somebody adds it, with what the strategy has every job have: the budget of the lowest rung.
  public func completed(_ job: [ExactString: Scalar]) -> [ExactString: Scalar] {
    guard strategy == .asha, let halving else { return job }
    return job.merging([halving.resource: halving.value(of: 0)]) { own, _ in own }
  }

  /// Fills in what depends on the strategy.
  mutating func completePlan(_ root: YAMLNode) {
    if strategy == .asha {
      let isSaid = root["synchronous"].map { !$0.isNull } ?? false
      halving?.isSynchronous = isSaid && population.isSynchronous
      population.isSynchronous = true
      jobs = jobs.map(completed)
    }
  }

  /// Refuses keys that mean nothing with the strategy.
  func checkKeys(_ root: YAMLNode, _ reader: inout SpecReader) {
    let meant: [String: [SearchStrategy]] = [
      "population": [.pbt], "exploit": [.pbt], "explore": [.pbt], "max_generations": [.pbt],
      "resource": [.asha], "synchronous": [.pbt, .asha], "trials": [.random, .grid, .asha, .manual],
    ]
    for pair in root.mapping ?? [] where !pair.value.isNull {
      guard let written = pair.key.scalar?.text else { continue }
      let key = Self.aliases[written] ?? written
      if let strategies = meant[key], !strategies.contains(strategy) {
        reader.report(
          pair.key, found: "\(written) with strategy: \(strategy.rawValue)",
          expected: "it with strategy: \(strategies.map(\.rawValue).joined(separator: " or "))"
            + (key == "trials" ? "; population says how many members there are" : ""))
      }
    }
  }

  /// What is wrong with a population, beside its values.
  func checkPopulation(_ root: YAMLNode, _ place: YAMLNode, _ reader: inout SpecReader) {
    checkMetric(place, &reader)
    if population.size == nil, jobs.isEmpty {
      reader.report(
        place, found: "a population without a size",
        expected: "population: how many members there are, or jobs: its members")
    }
    if let size = population.size, jobs.count > size {
      reader.report(
        root["jobs"] ?? place, found: "\(jobs.count) jobs for a population of \(size)",
        expected: "at most \(size), since each is a member")
    }
    if population.size == nil, !space.parameters.isEmpty {
      reader.report(
        place, found: "parameters to draw members from, and no size of the population",
        expected: "population: how many members there are")
    }
    for (name, exploration) in population.explore.sorted(by: { $0.key < $1.key }) {
      let pair = root["explore"]?.mapping?.first {
        $0.key.scalar.map { ExactString($0.text) == name } ?? false
      }
      let node = pair?.value ?? place
      guard let distribution = space.parameters.first(where: { $0.name == name })?.distribution else {
        let isGiven = !jobs.isEmpty && jobs.allSatisfy { $0[name] != nil } && space.parameters.isEmpty
        if !isGiven || exploration.resampling > 0 {
          let near = NearestName.suggestion(for: name.text, among: space.parameters.map(\.name.text))
          reader.report(
            node, found: "\(VisibleText.quoting(name.text)), which is no parameter",
            expected: "parameters of the search, since values must come from somewhere",
            consequence: near.map { "Did you mean \(VisibleText.quoting($0))?" } ?? "")
        }
        continue
      }
      if exploration.factor != nil, !distribution.isNumeric {
        reader.report(
          node,
          found: "perturb of \(VisibleText.quoting(name.text)), whose values are no numbers with bounds",
          expected: "resample")
      }
    }
  }

  /// What is wrong with successive halving, beside its values.
  func checkHalving(_ root: YAMLNode, _ place: YAMLNode, _ reader: inout SpecReader) {
    checkMetric(place, &reader)
    if trials == nil {
      reader.report(
        place, found: "successive halving without trials",
        expected: "trials: how many configurations are tried")
    }
    guard let halving else {
      return reader.report(
        place, found: "successive halving without a resource",
        expected: "resource: such as {name: epochs, min: 1, max: 81, factor: 3}")
    }
    if space.parameters.contains(where: { $0.name == halving.resource }) {
      reader.report(
        root["resource"] ?? place,
        found: "the resource \(VisibleText.quoting(halving.resource.text)) among the parameters",
        expected: "one or the other, since the rung says what it is")
    }
  }

  private func checkMetric(_ place: YAMLNode, _ reader: inout SpecReader) {
    if metric == nil {
      reader.report(
        place, found: "strategy: \(strategy.rawValue) without a metric",
        expected: "metric: what is to get better")
    } else if direction == nil {
      reader.report(
        place, found: "a metric of which it is not known which way it gets better",
        expected: "direction: maximize or minimize")
    }
  }

  /// What is wrong with a job as a member of the population: it has at least what is explored, numbers where those are
  /// multiplied.
  func problem(ofMember job: [ExactString: Scalar]) -> (found: String, expected: String)? {
    for (name, exploration) in population.explore.sorted(by: { $0.key < $1.key }) {
      guard let value = job[name] else {
        let near = NearestName.suggestion(for: name.text, among: job.keys.sorted().map(\.text))
        return (
          "no \(VisibleText.quoting(name.text))" + (near.map { " (but \(VisibleText.quoting($0)))" } ?? ""),
          "at least the hyperparameters that are explored"
        )
      }
      if exploration.factor != nil, value.kind == .text || value.number?.isFinite != true {
        return (
          "\(VisibleText.quoting(name.text)) \(VisibleText.quoting(value.text))",
          "a number, since it is multiplied"
        )
      }
    }
    return nil
  }
}

extension Distribution {
  /// Whether its values are numbers that may lie anywhere within its bounds.
  var isNumeric: Bool {
    switch self {
    case .choice: false
    case .constant(let value): value.kind == .integer || value.kind == .real
    default: true
    }
  }
}
