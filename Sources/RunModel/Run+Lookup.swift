public import Diagnostics

extension Run {
  /// What to call the run where its experiment is known: `random-forest/2026_03_02__09_10_07`, without `main/`.
  public var displayName: String {
    id.variant == RunID.defaultVariant ? id.run.text : "\(id.variant)/\(id.run)"
  }

  /// The artifact of this id.
  public func artifact(_ id: ExactString) -> Artifact? {
    artifacts.first { $0.id == id }
  }

  /// The names of the parameters in natural order.
  public var parameterNames: [ExactString] { Self.ordered(params.keys) }

  /// The names of the metrics in natural order.
  public var metricNames: [ExactString] { Self.ordered(metrics.keys) }

  /// Whether `left` was started before `right`; without a time it counts as the oldest, and ties go by id.
  public static func isOlder(_ left: Run, _ right: Run) -> Bool {
    let times = (left.timestamp?.microseconds ?? .min, right.timestamp?.microseconds ?? .min)
    return times.0 == times.1 ? left.id < right.id : times.0 < times.1
  }

  private static func ordered(_ names: some Sequence<ExactString>) -> [ExactString] {
    names.sorted { NaturalOrder.precedes($0.text, $1.text) }
  }
}
