import Diagnostics
import Foundation
import RunModel
import TestSupport
import Testing

@testable import Experiments

@Suite("Multinomial naive Bayes")
struct NaiveBayesTests {
  private struct Case: Decodable {
    struct Parameters: Decodable {
      var alpha: Double
      var fit_prior: Bool
      var ngram_min: Int
      var ngram_max: Int
      var n_features: Int
    }
    var file: String
    var train: Int
    var parameters: Parameters
    var labels: [String]
    var features: [[[Int]]]
    var probabilities: [[Double]]
  }

  private struct Line: Decodable {
    enum Truth: Decodable {
      case one(String)
      case several([String])
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let label = try? container.decode(String.self) {
          self = .one(label)
        } else {
          self = .several(try container.decode([String].self))
        }
      }
    }
    var text: String
    var y_true: Truth
  }

  private func dataset(_ file: String) throws -> ClassificationDataset {
    let lines = try Fixture.text("predictions/" + file).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    var sets: [[ExactString]] = []
    var isSingle = true
    for line in lines {
      switch line.y_true {
      case .one(let label): sets.append([ExactString(label)])
      case .several(let labels):
        sets.append(labels.map { ExactString($0) })
        isSingle = false
      }
    }
    let texts = lines.map(\.text)
    return isSingle
      ? ClassificationDataset(texts: texts, labels: sets.map { $0[0] })
      : ClassificationDataset(texts: texts, labelSets: sets)
  }

  @Test(
    "Counts and probabilities are those of scikit-learn's HashingVectorizer and MultinomialNB",
    arguments: 0..<5)
  func scikitLearn(number: Int) async throws {
    let golden = try JSONDecoder().decode(
      [Case].self, from: Data(Fixture.bytes("classification/naive_bayes.json")))[number]
    let all = try dataset(golden.file)
    let test = all[rows: Array(golden.train..<golden.train + golden.features.count)]
    let parameters = golden.parameters
    let counts = HashedCounts(
      featureCount: parameters.n_features, shortest: parameters.ngram_min, longest: parameters.ngram_max)
    #expect(counts.rows(of: test).map { $0.map { [$0.feature, $0.count] } } == golden.features)

    let fileSystem = FileSystem.inMemory(["/w/x": ""])
    let request = TrainingRequest(
      train: all[rows: Array(0..<golden.train)], test: test, labels: golden.labels.map { ExactString($0) },
      parameters: [
        "alpha": .real(parameters.alpha), "fit_prior": .boolean(parameters.fit_prior),
        "ngram_min": .integer(parameters.ngram_min), "ngram_max": .integer(parameters.ngram_max),
        "n_features": .integer(parameters.n_features),
      ], folder: "/w")
    let outcome = try await MultinomialNaiveBayesTrainer(fileSystem: fileSystem).train(request)
    let found = try #require(outcome.test)
    for (row, expected) in golden.probabilities.enumerated() {
      for (label, probability) in expected.enumerated() {
        #expect(
          abs(found[row][label] - probability) <= 1e-9 * max(probability, 1e-3), "row \(row), label \(label)")
      }
    }
    let loaded = try MultinomialNaiveBayesModel(checkpointAt: "/w/model.json", fileSystem: fileSystem)
    #expect(loaded.probabilities(of: test) == found)
    #expect(outcome.trainLoss.map { $0 > 0 && $0.isFinite } == true)
  }

  @Test("A model of three texts is what one reckons by hand")
  func byHand() async throws {
    let fileSystem = FileSystem.inMemory(["/w/x": ""])
    let train = ClassificationDataset(
      texts: ["red red blue", "blue", "blue green"], labels: ["warm", "cold", "cold"])
    let request = TrainingRequest(
      train: train,
      test: ClassificationDataset(texts: ["red", "", "blue BLUE!"], labels: ["cold", "cold", "cold"]),
      labels: ["cold", "warm", "never"], parameters: ["n_features": 1_000], folder: "/w")
    let rows = try #require(
      try await MultinomialNaiveBayesTrainer(fileSystem: fileSystem).train(request).test)
    // cold: 3 words, blue twice; warm: 3 words, red twice. α F = 1000.
    let red = (cold: 2.0 / 3 * 1 / 1003, warm: 1.0 / 3 * 3 / 1003)
    #expect(abs(rows[0][1] - red.warm / (red.cold + red.warm)) < 1e-12)
    #expect(abs(rows[1][0] - 2.0 / 3) < 1e-12)
    let blue = (cold: 2.0 / 3 * 9, warm: 1.0 / 3 * 4)
    #expect(abs(rows[2][0] - blue.cold / (blue.cold + blue.warm)) < 1e-12)
    #expect(rows.allSatisfy { $0[2] == 0 && abs($0.reduce(0, +) - 1) < 1e-12 })
  }

  @Test("A label that none or all examples have is certain where there may be several")
  func constantLabels() async throws {
    let fileSystem = FileSystem.inMemory(["/w/x": ""])
    let request = TrainingRequest(
      train: ClassificationDataset(texts: ["aa bb", "bb"], labelSets: [["x", "y"], ["x"]]),
      test: ClassificationDataset(texts: ["aa"], labelSets: [[]]), labels: ["x", "y", "z"], folder: "/w")
    let rows = try #require(
      try await MultinomialNaiveBayesTrainer(fileSystem: fileSystem).train(request).test)
    #expect(rows[0][0] == 1 && rows[0][2] == 0)
    #expect(rows[0][1] > 0.5 && rows[0][1] < 1)
  }

  @Test("MurmurHash3 gives the values of its reference implementation")
  func hash() {
    #expect(MurmurHash3.hash([]) == 0)
    #expect(MurmurHash3.hash(Array("foo".utf8)) == 4_138_058_784)
    #expect(MurmurHash3.hash(Array("hello".utf8)) == 0x248B_FA47)
    #expect(MurmurHash3.hash(Array("hello, world".utf8)) == 0x149B_BB7F)
    #expect(MurmurHash3.hash(Array("The quick brown fox jumps over the lazy dog".utf8)) == 0x2E4F_F723)
  }

  @Test("Words are runs of at least two letters, digits and underscores, in lower case")
  func words() {
    #expect(TextTokens.words(of: "A b, C3PO and user_1!") == ["c3po", "and", "user_1"])
    #expect(TextTokens.words(of: "Ärger—ÉCOLE 北京 ١٢ x") == ["ärger", "école", "北京", "١٢"])
    #expect(TextTokens.words(of: "") == [])
    #expect(TextTokens.runs(of: ["a", "b", "c"], from: 1, to: 2) == ["a", "b", "c", "a b", "b c"])
    #expect(TextTokens.runs(of: ["a"], from: 2, to: 5) == [])
  }

  @Test("Parameters that it does not take, or not so, are refused")
  func parameters() async {
    func problem(_ parameters: [ExactString: Scalar]) async -> String? {
      do {
        let part = ClassificationDataset(texts: ["aa"], labels: ["x"])
        let request = TrainingRequest(train: part, labels: ["x"], parameters: parameters, folder: "/w")
        _ = try await MultinomialNaiveBayesTrainer(fileSystem: .inMemory(["/w/x": ""])).train(request)
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(await problem(["alpha": "0.5", "fit_prior": "False"]) == nil)
    #expect(
      await problem(["alhpa": 1])
        == "The trainer “multinomial-naive-bayes” was given the parameter “alhpa”, which it does not know; did you mean “alpha”?"
    )
    for (name, value) in [
      ("alpha", Scalar.real(0)), ("alpha", .real(.nan)), ("alpha", .text("much")), ("ngram_max", .integer(0)),
      ("ngram_min", .integer(11)), ("n_features", .real(1.5)), ("n_features", .integer(1 << 40)),
      ("fit_prior", .text("yes")),
    ] {
      #expect(await problem([ExactString(name): value])?.contains("“\(name)”, set to") == true)
    }
  }

  @Test("A checkpoint that was changed never crashes the reader")
  func hostileCheckpoints() async throws {
    let fileSystem = FileSystem.inMemory(["/w/x": ""])
    let train = ClassificationDataset(texts: ["aa bb", "bb cc", "dd"], labelSets: [["x"], ["y", "x"], []])
    let request = TrainingRequest(
      train: train, labels: ["x", "y"], parameters: ["n_features": 50], folder: "/w")
    _ = try await MultinomialNaiveBayesTrainer(fileSystem: fileSystem).train(request)
    let good = try fileSystem.read("/w/model.json", limit: 1 << 20)
    var chance = SeededGenerator(seed: 5)
    var refused = 0
    for _ in 0..<FuzzDose.rounds(default: 1_500) {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let place = Int.random(in: bytes.indices, using: &chance)
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &chance)
        case 1: bytes[place] = Array("0123456789-,[]".utf8).randomElement(using: &chance) ?? 0x30
        default: bytes.insert(UInt8(ascii: "9"), at: place)
        }
      }
      let changed = FileSystem.inMemory(["/m.json": String(decoding: bytes, as: UTF8.self)])
      do {
        let model = try MultinomialNaiveBayesModel(checkpointAt: "/m.json", fileSystem: changed)
        let rows = model.probabilities(of: train)
        #expect(rows.allSatisfy { $0.allSatisfy { $0 >= 0 && $0 <= 1 } })
      } catch {
        refused += 1
        #expect(!error.description.isEmpty)
      }
    }
    #expect(refused > 500)
  }
}
