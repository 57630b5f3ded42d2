import Diagnostics
import Experiments
import Testing

@Suite("The outcome of a training")
struct TrainingOutcomeTests {
  private let request = TrainingRequest(
    train: ClassificationDataset(texts: ["a"], labels: ["x"]),
    test: ClassificationDataset(ids: ["one", "two"], texts: ["b", "c"], labels: ["x", "y"]),
    labels: ["x", "y"], folder: "/models")

  private func problem(_ outcome: TrainingOutcome) -> String? {
    do {
      _ = try outcome.checked(for: request, trainer: "mine")
      return nil
    } catch {
      return error.description
    }
  }

  @Test("An outcome with a row for each example and a number for each label is one")
  func whole() {
    #expect(problem(TrainingOutcome(test: [[1, 0], [0.25, 0.75]], checkpoint: "/models/m.bin")) == nil)
    #expect(
      problem(TrainingOutcome(test: [[0, 0], [1, 1]], validationLoss: .nan, checkpoint: "model")) == nil)
  }

  @Test("What is missing, too much, of another shape or no probability is said")
  func faults() {
    #expect(
      problem(TrainingOutcome())
        == "The trainer “mine” gave no probabilities of the test part; expected 2 rows of them.")
    #expect(
      problem(TrainingOutcome(validation: [], test: [[1, 0], [0, 1]]))
        == "The trainer “mine” gave probabilities of a validation part; expected none, since the request has no such part."
    )
    #expect(
      problem(TrainingOutcome(test: [[1, 0]]))
        == "The trainer “mine” gave 1 rows of probabilities of the test part; expected 2, one for each example."
    )
    #expect(
      problem(TrainingOutcome(test: [[1, 0], [1]]))
        == "The trainer “mine” gave 1 probabilities of example “two” of the test part; expected 2, one for each label."
    )
    for value in [Double.nan, -0.1, 1.1, .infinity] {
      #expect(
        problem(TrainingOutcome(test: [[1, 0], [0.5, value]]))
          == "The trainer “mine” gave a probability of \(value) for label “y” of example “two” of the test part; expected a number from 0 to 1."
      )
    }
  }

  @Test("A checkpoint outside the folder is refused", arguments: ["/etc/passwd", "../x", "/models/../x", ""])
  func checkpoints(path: String) {
    let outcome = TrainingOutcome(test: [[1, 0], [0, 1]], checkpoint: path)
    #expect(problem(outcome)?.contains("expected a path inside the folder of the request") == true)
  }
}
