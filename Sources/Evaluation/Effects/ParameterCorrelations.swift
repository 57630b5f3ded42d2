public import Diagnostics

/// Pearson's correlations of the parameters that are numbers, and of the score, each with each.
///
/// They see straight lines only; ρ of ``ParameterEffect`` sees any rise or fall.
public struct ParameterCorrelations: Hashable, Sendable {
  /// The parameters: those that are numbers wherever they are set, with several values.
  public let parameters: [ExactString]
  /// `withScore[p]`: the correlation of parameter `p` with the score over the trials that have both; nil for fewer than
  /// five, or where one of the two never changes.
  public let withScore: [Double?]
  /// `between[p][q]`: the correlation of parameters `p` and `q`, over the trials that have both and a score.
  public let between: [[Double?]]

  /// The correlations over trials with a score.
  ///
  /// - Complexity: The trials times the square of the parameters.
  init(_ trials: ParameterTrials) {
    let numeric = trials.parameters.indices.filter { parameter in
      let values = Set(trials.values.map { $0[parameter] }).subtracting([.missing])
      return values.count > 1 && values.allSatisfy { $0.number != nil }
    }
    parameters = numeric.map { trials.parameters[$0] }
    let scores = trials.scores.map { $0 }
    let columns = numeric.map { parameter in trials.values.map { $0[parameter].number } }
    withScore = columns.map { Self.correlation($0, scores) }
    between = columns.map { first in columns.map { Self.correlation(first, $0) } }
  }

  private static func correlation(_ x: [Double?], _ y: [Double?]) -> Double? {
    let pairs = zip(x, y).compactMap { x, y in x.flatMap { x in y.map { (x, $0) } } }
    guard pairs.count >= ParameterEffectOptions.fewestTrials else { return nil }
    return Correlation.pearson(pairs.map(\.0), pairs.map(\.1))
  }
}
