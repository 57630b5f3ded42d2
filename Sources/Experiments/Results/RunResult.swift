import Diagnostics
import Foundation
import RunModel

/// What came of one setting of hyperparameters: a score, the parameters, and what else is to be remembered.
///
/// ```swift
/// let result = RunResult(
///   score: 0.85, params: ["learning_rate": 0.01, "batch_size": 32],
///   metadata: ["run_id": "001", "experiment": "baseline"])
/// result.score  // 0.85
/// ```
public struct RunResult: Hashable, Sendable {
  /// The score; NaN where the run failed or has none.
  public var score: Double
  /// What was set: name → value.
  public var params: ResultValues
  /// What else is known of the run.
  public var metadata: ResultValues
  /// A picture, as the Base64 text that files hold; empty where there is none.
  ///
  /// It is kept letter by letter; see ``visualization`` for its bytes.
  public var encodedVisualization: String
  /// Why the run failed, with the trace if there is one; nil where it did not.
  public var error: String?
  /// What a file says of the run that has no place here, which is written back: name → value.
  public var furtherFields: ResultValues

  /// A result.
  public init(
    score: Double, params: ResultValues, metadata: ResultValues = [:], visualization: [UInt8] = [],
    error: String? = nil, furtherFields: ResultValues = [:]
  ) {
    self.score = score
    self.params = params
    self.metadata = metadata
    encodedVisualization = Data(visualization).base64EncodedString()
    self.error = error
    self.furtherFields = furtherFields
  }

  /// The bytes of the picture; nil where ``encodedVisualization`` is no Base64.
  public var visualization: [UInt8]? { Data(base64Encoded: encodedVisualization).map(Array.init) }

  /// Whether the score may be compared: the run did not fail, and its score is finite.
  public var isComparable: Bool { error == nil && score.isFinite }

  /// Whether both say the same, byte for byte; a score of NaN is the same as NaN.
  public static func == (left: RunResult, right: RunResult) -> Bool {
    let isSameScore = left.score == right.score || (left.score.isNaN && right.score.isNaN)
    let errors = [left.error, right.error].map { $0.map { ExactString($0) } }
    let pictures = [left.encodedVisualization, right.encodedVisualization].map { ExactString($0) }
    return isSameScore && errors[0] == errors[1] && pictures[0] == pictures[1] && left.params == right.params
      && left.metadata == right.metadata && left.furtherFields == right.furtherFields
  }

  /// Hashes what tells results apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(score.isNaN ? 0 : score)
    hasher.combine(params)
    hasher.combine(metadata)
  }
}
