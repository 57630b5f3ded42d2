import Diagnostics
import Evaluation
import FileFormats
import Foundation
import RunModel
import TestSupport
import Testing

@testable import Experiments

@Suite("A program as a trainer")
struct CommandTrainerTests {
  private static let python = Fixture.packageFolder + "/.build/venv/bin/python"

  private let train = ClassificationDataset(
    ids: ["a", "b", "c\n\"d\""], texts: ["one, two", "", "line\nbreak"],
    columns: [.init(name: "id", values: ["1", "2", "3"])], labels: ["x", "y", "x"])

  private func request(_ folder: TemporaryDirectory, several: Bool = false) -> TrainingRequest {
    var train = train
    if several { train.truth = .labelSets([["x", "y"], [], ["y"]]) }
    return TrainingRequest(
      train: train, validation: train[rows: [1, 2]], test: train[rows: [0, 2]], labels: ["x", "y"],
      parameters: ["depth": 3, "learning_rate": 0.5, "nothing": Scalar(.null, text: "null")], seed: .max,
      epochs: 2, folder: folder.path)
  }

  /// Runs a shell script as a trainer.
  private func run(
    _ script: String, _ folder: TemporaryDirectory, format: CommandTrainer.Format = .jsonLines,
    timeLimit: Double = 60, several: Bool = false
  ) async throws -> TrainingOutcome {
    let request = request(folder, several: several)
    return try await CommandTrainer(["sh", "-c", script], format: format, timeLimit: timeLimit)
      .train(request).checked(for: request, trainer: "command")
  }

  private func problem(_ script: String, timeLimit: Double = 60) async throws -> String {
    let folder = try TemporaryDirectory()
    do {
      _ = try await run(script, folder, timeLimit: timeLimit)
      return "none"
    } catch {
      return "\(error)"
    }
  }

  private static let good = #"""
    printf 'id,proba_y,other,proba_x\n"c\n""d""",0.75,-,0.25\nb,1,,0\n' > validation_predictions.csv
    printf '{"id": "c\\n\\"d\\"", "y_proba": {"y": 1}}\n\n' > test_predictions.jsonl
    printf '{"y_proba": {"x": 0.5, "y": 0.5}, "id": "a"}' >> test_predictions.jsonl
    """#

  @Test("The folder may be given from where this process is; the program is told its whole path")
  func relativeFolder() async throws {
    let folder = try TemporaryDirectory()
    let depth = FileManager.default.currentDirectoryPath.split(separator: "/").count
    var request = request(folder)
    request.folder = String(repeating: "../", count: depth) + folder.path.dropFirst()
    let script = "touch \"$1/mark\" && test -e mark || exit 9\n" + Self.good
    let outcome = try await CommandTrainer(["sh", "-c", script, "sh", "%f"], timeLimit: 60).train(request)
    #expect(outcome.test?.count == 2)
  }

  @Test("What tells one command from another is recorded: all words, and the names of variables")
  func configuration() {
    let words = (0..<1_200).map { "w\($0)" }
    let trainer = CommandTrainer(words, variables: ["TOKEN": "s3cret", "A": "1"])
    let found = trainer.configuration
    #expect(found.count == 1_202 && found["word 007"] == "w7" && found["word 1007"] == "w1007")
    #expect(found["variables"] == "A TOKEN" && !found.values.contains { $0.text.contains("s3cret") })
  }

  @Test("Rows are matched by their ids, whatever their order and format; a label that JSON lines lack has 0")
  func predictions() async throws {
    let folder = try TemporaryDirectory()
    let outcome = try await run(
      Self.good
        + "\necho '{\"valid_loss\": 0.5, \"train_loss\": NaN, \"steps\": 7}' > metrics.json; mkdir checkpoint",
      folder)
    #expect(outcome.validation == [[0, 1], [0.25, 0.75]])
    #expect(outcome.test == [[0.5, 0.5], [0, 1]])
    #expect(outcome.validationLoss == 0.5)
    #expect(outcome.trainLoss?.isNaN == true)
    #expect(outcome.metrics == ["steps": 7])
    #expect(outcome.checkpoint == "checkpoint")
  }

  @Test("The program finds its parts, of which the test part has no truth")
  func files() async throws {
    let folder = try TemporaryDirectory()
    _ = try await run(Self.good, folder)
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    }
    #expect(
      try text("train.jsonl") == """
        {"id":"a","text":"one, two","columns":{"id":"1"},"label":"x"}
        {"id":"b","text":"","columns":{"id":"2"},"label":"y"}
        {"id":"c\\n\\"d\\"","text":"line\\nbreak","columns":{"id":"3"},"label":"x"}

        """)
    #expect(try !text("test.jsonl").contains("label"))
    let request = try text("request.json")
    #expect(request.contains("\"seed\": 18446744073709551615"))
    #expect(request.contains("\"learning_rate\": 0.5"))
    #expect(request.contains("\"test\": \"test_predictions\""))

    let other = try TemporaryDirectory()
    _ = try await run(Self.good, other, format: .commaSeparated, several: true)
    #expect(
      try String(contentsOfFile: other.path + "/train.csv", encoding: .utf8)
        == "id,text,input id,true_x,true_y\na,\"one, two\",1,1,1\nb,,2,0,0\n\"c\n\"\"d\"\"\",\"line\nbreak\",3,0,1\n"
    )
    #expect(
      try String(contentsOfFile: other.path + "/test.csv", encoding: .utf8).hasPrefix("id,text,input id\na,"))
  }

  @Test("Parameters, seed and folder stand in the arguments")
  func arguments() async throws {
    let folder = try TemporaryDirectory()
    let script = Self.good + "\nprintf '%s\\n' \"$@\" > arguments"
    let trainer = CommandTrainer([
      "sh", "-c", script.replacing("%", with: "%%"), "me", "%h", "--seed=%s", "%f/x", "50%%",
    ])
    _ = try await trainer.train(request(folder))
    #expect(
      try String(contentsOfFile: folder.path + "/arguments", encoding: .utf8)
        == "--depth\n3\n--learning-rate\n0.5\n--seed=18446744073709551615\n\(folder.path)/x\n50%\n")
    await #expect(throws: CommandTrainerError.self) {
      try await CommandTrainer(["sh", "-c", "true", "x%h"]).train(request(folder))
    }
    #expect(
      try CommandTrainer(command: "python3 'my model.py' %h").words == ["python3", "my model.py", "%h"])
  }

  @Test("What a program does wrong is said, with what it printed last")
  func failures() async throws {
    #expect(
      try await problem("echo 'no memory' >&2; exit 3")
        == "The trainer “command”: The program ended with exit code 3.\nIt printed last:\nno memory\n")
    #expect(
      try await problem("true").contains("It left no predictions of the validation part; expected one of"))
    #expect(try await problem("sleep 60", timeLimit: 0.2).contains("ran longer than 0.2 seconds"))
    let missing = try TemporaryDirectory()
    let error = await #expect(throws: CommandTrainerError.self) {
      try await CommandTrainer(["no-such-program-of-ours"]).train(request(missing))
    }
    #expect(error?.problem == "The program “no-such-program-of-ours” is not on PATH.")
  }

  @Test(
    "Predictions that are not as they should be are refused with their place",
    arguments: [
      ("id,proba_x,proba_y\\nb,1,0\\n", "csv:", "found no row of “c\\u{A}\"d\"”"),
      ("id,proba_x,proba_y\\nb,1,0\\nq,1,0\\n", "csv:3:", "the id “q”, which no example has"),
      ("id,proba_x,proba_y\\nb,1,0\\nb,1,0\\n", "csv:3:", "the id “b” twice"),
      ("id,proba_x,proba_y\\nb,nan,0\\n", "csv:2:", "a probability of nan for “x”"),
      ("id,proba_x,proba_y\\nb,1.5,0\\n", "csv:2:", "a probability of 1.5 for “x”"),
      ("id,proba_x,proba_y\\nb,much,0\\n", "csv:2:", "“much” as a probability"),
      ("id,proba_x,proba_y\\nb,1\\n", "csv:2:", "found 2 cells"),
      ("id,proba_x\\nb,1\\n", "csv:1:", "no column “proba_y”"),
      ("id,proba_x,proba_x,proba_y\\nb,1\\n", "csv:1:", "two columns “proba_x”"),
      ("id,proba_x,proba_z\\nb,1\\n", "csv:1:", "a probability of “z”, which is no label"),
      ("name,proba_x,proba_y\\nb,1,0\\n", "csv:1:", "no column “id”"), ("", "csv:", "an empty file"),
    ])
  func faultyTables(text: String, place: String, words: String) async throws {
    let problem = try await problem("printf '\(text)' > validation_predictions.csv")
    #expect(problem.hasPrefix("The trainer “command”: validation_predictions.\(place)"), "\(problem)")
    #expect(problem.contains(words), "\(problem)")
  }

  @Test(
    "JSON lines that are not as they should be are refused with their place",
    arguments: [
      (#"{"id": "b", "y_proba": {"x": 1}}"# + "\\n{", "2:2:", "the end of the file"),
      (#"{"y_proba": {"x": 1}}"#, "1:", "no id"), (#"{"id": "b"}"#, "1:", "no object “y_proba”"),
      (#"{"id": "b", "y_proba": {"z": 1}}"#, "1:", "“z”, which is no label"),
      (#"{"id": "b", "y_proba": {"x": "1"}}"#, "1:", "a string as a probability"),
      (#"{"id": "b", "y_proba": {"x": NaN}}"#, "1:", "a probability of nan"), ("[]", "1:", "no id"),
    ])
  func faultyLines(text: String, place: String, words: String) async throws {
    let problem = try await problem("printf '\(text)' > validation_predictions.jsonl")
    #expect(problem.hasPrefix("The trainer “command”: validation_predictions.jsonl:\(place)"), "\(problem)")
    #expect(problem.contains(words), "\(problem)")
  }

  @Test("Programs that mean ill get nowhere")
  func hostilePrograms() async throws {
    #expect(
      try await problem("ln -s /etc/passwd validation_predictions.csv").contains("leads out of the folder"))
    #expect(try await problem("mkfifo validation_predictions.csv").contains("regular file"))
    #expect(try await problem("mkdir validation_predictions.csv").contains("regular file"))
    #expect(
      try await problem("\(Self.good)\necho '[1]' > metrics.json").contains(
        "metrics.json:1:1: found an array"))
    #expect(
      try await problem("\(Self.good)\nln -s /etc/passwd metrics.json").contains("a link out of the folder"))
    #expect(
      try await problem("\(Self.good)\necho '{\"valid_loss\": \"low\"}' > metrics.json").contains(
        "found “low” as valid_loss; expected a number"))
    #expect(
      try await problem(Self.good + "\ncp validation_predictions.csv validation_predictions.tsv").contains(
        "several files of predictions"))
    let folder = try TemporaryDirectory()
    _ = try await run(Self.good + "\nyes 'a long line that says nothing' | head -c 20000000", folder)
    let log = try FileManager.default.attributesOfItem(atPath: folder.path + "/log.txt")[.size] as? Int
    #expect((log ?? .max) < 1_200_000)
  }

  @Test("Any bytes as predictions never crash the reader")
  func fuzz() throws {
    let folder = try TemporaryDirectory()
    let good = Array("id,proba_x,proba_y\nb,1,0\n\"c\n\"\"d\"\"\",0.5,0.5\n".utf8)
    let lines = Array(
      "{\"id\":\"b\",\"y_proba\":{\"x\":1}}\n{\"id\":\"a\",\"y_proba\":{\"x\":0.5,\"y\":0.5}}\n".utf8)
    var chance = SeededGenerator(seed: 21)
    for round in 0..<FuzzDose.rounds(default: 400) {
      var bytes = round % 2 == 0 ? good : lines
      for _ in 0..<Int.random(in: 1...5, using: &chance) {
        let place = Int.random(in: bytes.indices, using: &chance)
        bytes[place] = Bool.random(using: &chance) ? .random(in: 0...255, using: &chance) : UInt8(ascii: ",")
      }
      let format = round % 2 == 0 ? "csv" : "jsonl"
      let path = try folder.write(bytes, to: "p." + format)
      let reader = ReturnedPredictions(part: train[rows: [0, 1]], labels: ["x", "y"])
      do {
        let rows = try reader.read(path, displayPath: "p", format: format)
        #expect(rows.count == 2)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test("The script of the documentation trains scikit-learn's logistic regression in an experiment")
  func scikitLearn() async throws {
    let folder = try TemporaryDirectory()
    let document = try String(contentsOfFile: Fixture.packageFolder + "/docs/experiments.md", encoding: .utf8)
    let script = try #require(
      document.components(separatedBy: "```python\n").last?.components(separatedBy: "```").first)
    let path = try folder.write(script, to: "train.py")
    let lines = try Fixture.text("predictions/headlines.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Headline.self, from: Data($0.utf8))
    }
    let dataset = ClassificationDataset(
      ids: lines.map(\.id), texts: lines.map(\.text), labels: lines.map { ExactString($0.y_true) })
    let experiment = try ClassificationExperiment(
      dataset: dataset, trainer: CommandTrainer([Self.python, path, "%h"], name: "logistic", timeLimit: 300),
      parameterGrid: ParameterGrid(["C": [0.001, 10], "ngram_max": [1]]), name: "e",
      folder: folder.path + "/e")
    let results = try await experiment.run(seed: 2, stratified: true)
    #expect(results.trainingResults.map(\.error) == [nil, nil])
    #expect(results.best == 1)
    #expect(results.trainingResults.allSatisfy { ($0.metrics["features"]?.number ?? 0) > 100 })
    // Eight labels: chance is right for less than a quarter.
    #expect((results.evaluation["accuracy"]?.number ?? 0) > 0.4)
    let again = try ClassificationExperiment(
      metadataAt: experiment.metadataPath, dataset: dataset,
      trainer: CommandTrainer([Self.python, path, "%h"], name: "logistic", timeLimit: 300), name: "again",
      folder: folder.path + "/e", concurrency: 2)
    #expect(try await again.run().probabilities == results.probabilities)
  }

  private struct Headline: Decodable {
    var id: String
    var text: String
    var y_true: String
  }
}
