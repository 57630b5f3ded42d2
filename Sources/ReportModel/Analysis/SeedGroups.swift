package import Diagnostics
package import RunModel

/// The runs that are alike but for a seed, so that how they differ is chance of training alone.
package enum SeedGroups {
  /// A group of runs.
  package struct Group: Hashable, Sendable {
    /// The indices of the runs, in the order given; at least two.
    package var runs: [Int]
    /// The names of the parameters that are seeds, in natural order.
    package var seeds: [ExactString]
  }

  /// The last parts of names that mean a seed, in small letters.
  private static let seedNames: Set<String> = ["seed", "random_state", "random_seed", "rng_seed"]

  /// The groups among runs whose parameters are given, each as name and value; in the order of their first runs.
  ///
  /// A parameter is a seed if its name, or what stands behind the last point or slash of it, is `seed`, `random_state`,
  /// `random_seed` or `rng_seed`, in letters of any size: `model.random_state`. Two runs are alike if they have the same
  /// seeds by name, at least one, and all other parameters with the same values, in any order, whoever wrote them: see
  /// ``Scalar/hasSameValue(as:)``. Of runs with the same values of the seeds too, which repeat each other, only the
  /// last counts. A run that names a parameter twice is in no group. Nothing else is looked at: whoever calls gives runs
  /// of one experiment and one variant, and compares only those with the same test set.
  ///
  /// ```swift
  /// SeedGroups.find([
  ///   [("lr", 0.1), ("seed", 1)], [("seed", 2), ("lr", "0.10")], [("lr", 0.2), ("seed", 1)],
  /// ])  // one group, of the first two
  /// ```
  ///
  /// - Complexity: O(*n* log *n*) in the number of parameters of all runs.
  package static func find(_ runs: [[(name: ExactString, value: Scalar)]]) -> [Group] {
    var members: [Key: [[Meaning]: Int]] = [:]
    var order: [Key] = []
    for (index, parameters) in runs.enumerated() {
      let sorted = parameters.sorted { $0.name < $1.name }
      let isTwice = zip(sorted, sorted.dropFirst()).contains { $0.name == $1.name }
      let seeds = sorted.filter { isSeed($0.name) }
      guard !seeds.isEmpty, !isTwice else { continue }
      let others = sorted.filter { !isSeed($0.name) }
      let key = Key(
        seeds: seeds.map(\.name), names: others.map(\.name), values: others.map { Meaning($0.value) })
      if members[key] == nil { order.append(key) }
      members[key, default: [:]][seeds.map { Meaning($0.value) }] = index
    }
    let groups = order.compactMap { key -> Group? in
      let runs = (members[key] ?? [:]).values.sorted()
      guard runs.count > 1 else { return nil }
      return Group(runs: runs, seeds: key.seeds.sorted { NaturalOrder.precedes($0, $1) })
    }
    return groups.sorted { ($0.runs.first ?? 0) < ($1.runs.first ?? 0) }
  }

  /// Whether a parameter of this name is a seed.
  package static func isSeed(_ name: ExactString) -> Bool {
    let parts = name.text.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
    }
    return parts.last.map { seedNames.contains(String(decoding: $0, as: UTF8.self).lowercased()) } ?? false
  }

  /// What two runs must share to be alike.
  private struct Key: Hashable {
    var seeds: [ExactString]
    var names: [ExactString]
    var values: [Meaning]
  }

  /// What a value means, whoever wrote it; equal where ``Scalar/hasSameValue(as:)`` holds.
  private enum Meaning: Hashable {
    case number(Double)
    case notANumber
    case boolean(Bool)
    case text(ExactString)

    init(_ value: Scalar) {
      if let number = value.number {
        self = number.isNaN ? .notANumber : .number(number)
      } else if let boolean = value.boolean {
        self = .boolean(boolean)
      } else {
        self = .text(ExactString(value.text))
      }
    }
  }
}
