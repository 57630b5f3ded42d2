import Diagnostics
import Markup
import RunModel
import ScalarFormats

extension SearchSpec {
  /// The specification as JSON with whole paths, which a queue keeps; ``init(settings:queue:)`` reads it.
  public var settings: String {
    var json = JSONWriter()
    json.object { json in
      for (key, value) in members { json.member(key) { value.forReadingAgain.write(to: &$0) } }
    }
    return json.string
  }

  /// The members of the JSON, in the order of ``keys``; what is not said is left out.
  var members: [(key: String, value: SpecJSON)] {
    let all: [(String, SpecJSON?)] = [
      ("experiment", .text(experiment)), ("variant", .text(variant)),
      ("command", .list(command.map { .text($0) })), ("folder", .text(folder)),
      ("files", files.isEmpty ? nil : .list(files.map(\.json))),
      ("parameters", .object(space.parameters.map { ($0.name.text, SpecJSON($0.distribution)) })),
      ("strategy", .text(strategy.rawValue)), ("trials", trials.map { .integer($0) }),
      ("seed", .scalar(Scalar(.integer, text: String(seed)))), ("metric", metric.map { .text($0.text) }),
      ("direction", direction.map { .text($0.rawValue) }), ("workers", .integer(workers)),
      ("retries", .integer(retries)), ("timeout", timeout.map { .number($0) }), ("lease", .number(lease)),
      ("registry", .text(registry)),
      ("population", isPopulation ? population.size.map { .integer($0) } : nil),
      ("exploit", isPopulation ? .object([("truncate", .number(population.truncate))]) : nil),
      ("explore", isPopulation ? SpecJSON(explore: population.explore) : nil),
      ("max_generations", isPopulation ? population.maxGenerations.map { .integer($0) } : nil),
      ("resource", strategy == .asha ? halving.map { SpecJSON(resource: $0) } : nil),
      ("synchronous", plan.map { .scalar(.boolean($0.isSynchronous)) }),
      ("jobs", .list(jobs.map { SpecJSON(values: $0) })), ("environment", SpecJSON(texts: environment)),
      ("tags", SpecJSON(texts: tags)), ("allow_empty_results", .scalar(.boolean(allowsEmptyResults))),
    ]
    let order = Dictionary(uniqueKeysWithValues: Self.keys.enumerated().map { ($1, $0) })
    return all.sorted { order[$0.0] ?? 0 < order[$1.0] ?? 0 }.compactMap { key, value in
      value.map { (key, $0) }
    }
  }

  /// The keys in which a search that goes on must not differ, since results would not be comparable.
  private static let fixedKeys: Set<String> = [
    "experiment", "variant", "command", "files", "parameters", "strategy", "seed", "metric", "direction",
    "environment", "population", "exploit", "explore", "synchronous", "resource",
  ]

  private var isPopulation: Bool { strategy == .pbt }

  /// The keys in which `other` differs so that its results cannot stand beside this one's, in the order of ``keys``.
  public func incomparableKeys(with other: SearchSpec) -> [String] {
    let (own, others) = (text(of: members), text(of: other.members))
    // More trials would change which are the best of a rung that is judged as a whole; fewer, what was begun already.
    let isFixed = strategy == .asha && plan?.isSynchronous == true
    return Self.keys.filter { key in
      if key == "trials", isFixed { return own[key] != others[key] }
      if key == "trials", strategy == .asha { return other.trials ?? 0 < trials ?? 0 }
      // What was decided beyond an earlier end would be wrong.
      if key == "max_generations" {
        return other.population.maxGenerations.map { $0 < population.maxGenerations ?? .max } ?? false
      }
      if key == "registry" { return differsInRegistry(from: other) }
      return Self.fixedKeys.contains(key) && own[key] != others[key]
    }
  }

  /// Whether runs would be split over two registries; one that was moved together with ``folder`` is the same.
  private func differsInRegistry(from other: SearchSpec) -> Bool {
    func below(_ spec: SearchSpec) -> Substring? {
      let start = spec.folder + "/"
      guard spec.registry.utf8.starts(with: start.utf8) else { return nil }
      return spec.registry[start.endIndex...]
    }
    if registry.utf8.elementsEqual(other.registry.utf8) { return false }
    guard let own = below(self), let others = below(other) else { return true }
    return !own.utf8.elementsEqual(others.utf8)
  }

  private func text(of members: [(key: String, value: SpecJSON)]) -> [String: [UInt8]] {
    var texts: [String: [UInt8]] = [:]
    for (key, value) in members {
      var json = JSONWriter()
      value.write(to: &json)
      texts[key] = json.bytes
    }
    return texts
  }
}
