import Diagnostics
import Experiments
import RunModel
import Testing

@Suite("Baselines")
struct BaselineTrainerTests {
  private func request(_ train: ClassificationDataset, labels: [ExactString]) -> TrainingRequest {
    TrainingRequest(
      train: train, validation: train[rows: [0]], test: train[rows: [0, 1]], labels: labels, seed: 9,
      folder: "/w")
  }

  @Test("The majority's probabilities are shares, or certain; the first of equally frequent labels wins")
  func majority() async throws {
    let train = ClassificationDataset(texts: ["", "", "", ""], labels: ["b", "a", "b", "c"])
    let request = request(train, labels: ["a", "b", "c", "d"])
    let shares = try await MajorityTrainer().train(request)
    #expect(shares.validation == [[0.25, 0.5, 0.25, 0]])
    #expect(shares.test?.count == 2)
    let certain = try await MajorityTrainer(isCertain: true).train(request)
    #expect(certain.validation == [[0, 1, 0, 0]])
    let tied = ClassificationDataset(texts: ["", ""], labels: ["b", "a"])
    #expect(
      try await MajorityTrainer(isCertain: true).train(self.request(tied, labels: ["a", "b"])).validation == [
        [1, 0]
      ])
    let sets = ClassificationDataset(texts: ["", "", ""], labelSets: [["a", "b"], ["a"], []])
    #expect(
      try await MajorityTrainer(isCertain: true).train(self.request(sets, labels: ["a", "b"])).validation == [
        [1, 0]
      ])
  }

  @Test("Random probabilities are distributions, and the same for the same seed")
  func random() async throws {
    let train = ClassificationDataset(
      texts: (0..<400).map { "\($0)" }, labels: (0..<400).map { $0 % 2 == 0 ? "a" : "b" })
    var request = TrainingRequest(train: train, test: train, labels: ["a", "b", "c"], seed: 9, folder: "/w")
    let rows = try #require(try await RandomTrainer().train(request).test)
    #expect(rows.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-12 && $0.allSatisfy { $0 >= 0 && $0 <= 1 } })
    for label in 0..<3 {
      // The mean of a flat distribution over three labels is 1/3; its standard deviation √(1/18) / √400 ≈ 0.012.
      #expect(abs(rows.reduce(0) { $0 + $1[label] } / 400 - 1.0 / 3) < 0.06)
    }
    #expect(try await RandomTrainer().train(request).test == rows)
    request.seed = 10
    #expect(try await RandomTrainer().train(request).test != rows)
    let sets = ClassificationDataset(texts: [""], labelSets: [["a"]])
    let several = TrainingRequest(train: sets, test: sets, labels: ["a", "b"], folder: "/w")
    #expect(try await RandomTrainer().train(several).test?[0].count == 2)
  }

  @Test("A baseline takes no parameters")
  func parameters() async {
    let part = ClassificationDataset(texts: ["", ""], labels: ["a", "b"])
    let request = TrainingRequest(train: part, labels: ["a", "b"], parameters: ["x": 1], folder: "/w")
    await #expect(throws: TrainerParameterError.self) { try await MajorityTrainer().train(request) }
    await #expect(throws: TrainerParameterError.self) { try await RandomTrainer().train(request) }
  }
}
