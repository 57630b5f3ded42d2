public import Diagnostics

/// What a search tried, and what came of it: the input of ``ParameterEffects``.
///
/// ```swift
/// let trials = ParameterTrials(
///   parameters: ["lr", "kernel"],
///   values: [[.number(0.1), .text("rbf")], [.number(0.2), .missing]], scores: [0.9, nil])
/// trials.count  // 2
/// ```
public struct ParameterTrials: Hashable, Sendable {
  /// The names of the parameters.
  public let parameters: [ExactString]
  /// `values[i][p]`: what trial `i` set parameter `p` to.
  public let values: [[TrialValue]]
  /// `scores[i]`: what came of trial `i`; nil where it failed or has no score.
  public let scores: [Double?]

  /// Trials; a score that is not finite counts as none.
  ///
  /// - Precondition: There are as many scores as trials, and every trial has a value or ``TrialValue/missing`` for
  ///   each parameter.
  public init(parameters: [ExactString], values: [[TrialValue]], scores: [Double?]) {
    precondition(
      values.count == scores.count && values.allSatisfy { $0.count == parameters.count },
      "trials have a value for each parameter, and a score or none")
    self.parameters = parameters
    self.values = values.map { $0.map(\.settled) }
    self.scores = scores.map { $0.flatMap { $0.isFinite ? $0 : nil } }
  }

  /// How many trials there are, failed ones included.
  public var count: Int { scores.count }

  /// The trials with a score, in an order that does not depend on the one in which they were given.
  ///
  /// By score, ties by the values of the parameters in the order of their names. What is equal by all of these is
  /// interchangeable.
  var ordered: ParameterTrials {
    let names = parameters.indices.sorted { (parameters[$0], $0) < (parameters[$1], $1) }
    let order = scores.indices.filter { scores[$0] != nil }.sorted { left, right in
      let (one, other) = (scores[left] ?? 0, scores[right] ?? 0)
      if one != other { return one < other }
      for name in names {
        let (first, second) = (values[left][name], values[right][name])
        if first.precedes(second) { return true }
        if second.precedes(first) { return false }
      }
      return left < right
    }
    return ParameterTrials(
      parameters: parameters, values: order.map { values[$0] }, scores: order.map { scores[$0] })
  }
}
