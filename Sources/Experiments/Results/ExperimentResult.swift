public import Diagnostics
public import RunModel

/// The results of a search, best first.
///
/// Results stand by score in the declared ``direction``, equals in the order given. Results that cannot be compared
/// — they failed, or their score is not finite — come last, in the order given, and are never the best. Where the
/// direction is ``MetricDirection/unknown`` all others keep the order given and none is the best.
///
/// ```swift
/// let result = ExperimentResult(runResults: [
///   RunResult(score: 0.85, params: ["learning_rate": 0.01]), RunResult(score: .nan, params: [:]),
///   RunResult(score: 0.90, params: ["learning_rate": 0.02]),
/// ])
/// result.bestRunResult?.score  // 0.9
/// ```
public struct ExperimentResult: Hashable, Sendable {
  /// What was to be tried: parameter → the values or the distribution, as they were written.
  public var searchSpace: ResultValues
  /// The results, best first.
  public private(set) var runResults: [RunResult]
  /// What is known of the search as a whole.
  public var metadata: ResultValues
  /// What the search is called.
  public var name: ExactString?
  /// What a workspace calls it, if it is known there.
  public var clientID: ExactString?
  /// Which way a score gets better.
  public let direction: MetricDirection
  /// What a file says of the search that has no place here, which is written back: name → value.
  public var furtherFields: ResultValues

  /// The results of a search, in any order.
  ///
  /// - Complexity: O(*n* log *n*).
  public init(
    searchSpace: ResultValues = [:], runResults: [RunResult], metadata: ResultValues = [:],
    name: ExactString? = nil, clientID: ExactString? = nil, direction: MetricDirection = .higherIsBetter,
    furtherFields: ResultValues = [:]
  ) {
    self.searchSpace = searchSpace
    self.metadata = metadata
    self.name = name
    self.clientID = clientID
    self.direction = direction
    self.furtherFields = furtherFields
    self.runResults = runResults.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.isComparable != other.isComparable { return one.isComparable }
      if one.isComparable, let isBetter = direction.isBetter(one.score, than: other.score),
        one.score != other.score
      {
        return isBetter
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// How many results there are, failed ones included.
  public var count: Int { runResults.count }

  /// The position of the best result, which is 0; nil where no result can be the best.
  public var bestIndex: Int? {
    direction != .unknown && runResults.first?.isComparable == true ? 0 : nil
  }

  /// The best result, of several equals the first that was given; nil without results, where all failed or have no
  /// finite score, and where it is not known which way is better.
  public var bestRunResult: RunResult? { bestIndex.map { runResults[$0] } }

  /// How many results failed or have no finite score.
  public var incomparableCount: Int { runResults.count { !$0.isComparable } }
}
