import Diagnostics
import Experiments
import RunModel
import Synchronization

/// A trainer that does what a test tells it, and remembers what it was asked.
final class ScriptedTrainer: Trainer {
  let name: String
  let configuration: [ExactString: Scalar]
  private let answer: @Sendable (TrainingRequest) async throws -> TrainingOutcome
  private let asked = Mutex<[TrainingRequest]>([])

  init(
    name: String = "scripted", configuration: [ExactString: Scalar] = [:],
    _ answer: @escaping @Sendable (TrainingRequest) async throws -> TrainingOutcome
  ) {
    self.name = name
    self.configuration = configuration
    self.answer = answer
  }

  /// The requests so far, in the order in which they came.
  var requests: [TrainingRequest] { asked.withLock { $0 } }

  func train(_ request: TrainingRequest) async throws -> TrainingOutcome {
    asked.withLock { $0.append(request) }
    return try await answer(request)
  }

  /// What gives all labels the same probability.
  static func even(_ request: TrainingRequest, loss: Double? = nil) -> TrainingOutcome {
    func rows(_ part: ClassificationDataset?) -> [[Double]]? {
      part.map { part in
        part.ids.map { _ in request.labels.map { _ in 1 / Double(request.labels.count) } }
      }
    }
    return TrainingOutcome(
      validation: rows(request.validation), test: rows(request.test), validationLoss: loss)
  }
}
