import Evaluation

/// On how many metrics one evaluation is ahead of another: a count, not a verdict.
struct MetricLead: Hashable {
  /// The metrics that both have.
  let compared: Int
  /// Those on which the first is ahead.
  let ahead: Int
  /// Those on which both are equal.
  let equal: Int

  /// Compares `own` with `other` on the metrics of these names whose direction is known.
  init(of own: ClassificationEvaluation, over other: ClassificationEvaluation, on names: [String]) {
    var counts = (compared: 0, ahead: 0, equal: 0)
    for name in names {
      guard let value = own[name]?.number, let against = other[name]?.number,
        let direction = MetricRegistry.standard[name]?.direction
      else { continue }
      counts.compared += 1
      if value == against { counts.equal += 1 }
      if direction == .higherIsBetter ? value > against : value < against { counts.ahead += 1 }
    }
    (compared, ahead, equal) = counts
  }

  /// What stands before the name of the other: `Ahead of`, `Level with` where no metric differs, or `Behind` on the only one.
  var words: String {
    if compared == equal { return "Level with" }
    return compared == 1 && ahead == 0 ? "Behind" : "Ahead of"
  }

  /// What stands behind it: `on 8 of 12 metrics`.
  var basis: String {
    if compared == 1 { return "on the one metric that both have" }
    return compared == equal
      ? "on all \(Wording.number(compared)) metrics"
      : "on \(Wording.number(ahead)) of \(Wording.number(compared)) metrics"
  }
}
