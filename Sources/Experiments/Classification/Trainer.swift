public import Diagnostics
public import RunModel

/// Something that learns to classify: Swift code, or a program of any kind.
///
/// One call trains one model and predicts with it, since a program that is run cannot be kept between the two.
public protocol Trainer: Sendable {
  /// What it is called in records and on pages: `multinomial-naive-bayes`.
  var name: String { get }

  /// What else makes it what it is, for records: name → value; nothing unless it says so.
  ///
  /// An experiment is run again only with a trainer of the same name and configuration.
  var configuration: [ExactString: Scalar] { get }

  /// Trains on ``TrainingRequest/train`` and predicts every other part of the request.
  ///
  /// The same request gives the same outcome: all chance comes from ``TrainingRequest/seed``.
  ///
  /// - Parameter request: What to train on and how.
  /// - Returns: The probabilities of every part that the request has, and what else is known.
  /// - Throws: Any error; it is recorded as the failure of this combination of parameters.
  func train(_ request: TrainingRequest) async throws -> TrainingOutcome
}

extension Trainer {
  /// Nothing.
  public var configuration: [ExactString: Scalar] { [:] }
}
