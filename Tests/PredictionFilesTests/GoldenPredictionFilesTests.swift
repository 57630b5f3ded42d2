import Diagnostics
import Evaluation
import FileFormats
import PredictionFiles
import TestSupport
import Testing

/// Every sample file is read with the rows and the order of labels that its golden gives.
@Suite struct GoldenPredictionFilesTests {
  static let files = [
    "arrays.npz", "arrays-compressed.npz", "coarse.csv", "debtags.jsonl", "digits.csv", "forty.csv",
    "headlines.jsonl", "instruments.jsonl",
    "labels-only.csv", "months.csv", "petals.csv", "quoting.csv", "rivals-logistic.csv",
    "rivals-trees.csv", "saturated.csv", "scene-indicators.csv", "screening-bayes.csv",
    "screening-logistic.csv", "species-250.csv", "table.tsv", "tumour-small.csv", "tumour.csv",
    "unseen.csv", "weighted.csv",
  ]

  private func golden(_ file: String) throws -> JSONDocument {
    let name = file.prefix { $0 != "." }
    return try JSONReader.parse(try Fixture.bytes("predictions/\(name).golden.json"), path: "golden")
  }

  private func texts(_ value: JSONValue?) throws -> [String] {
    try #require(value?.array).compactMap(\.string)
  }

  @Test(arguments: files) func rowsAndLabelsAreThoseOfTheGolden(_ file: String) throws {
    let read = try PredictionFileReader().read(Fixture.path("predictions/\(file)"), displayPath: file)
    let golden = try golden(file).root
    #expect(read.diagnostics.map(\.description) == [])
    #expect(read.rowsLeftOut == 0)
    #expect(read.rowsRead == golden["rows"]?.number?.integer)
    #expect(read.predictions.count == read.rowsRead)
    #expect(try read.predictions.schema.labels.map(\.text) == texts(golden["labels"]))
  }

  @Test(arguments: files) func confusionsAreThoseOfTheGolden(_ file: String) throws {
    let golden = try golden(file).root
    guard let confusion = golden["confusion"]?.array else { return }
    let predictions = try PredictionFileReader().read(Fixture.path("predictions/\(file)")).predictions
    let labels = predictions.schema.labels.count
    var counts = Array(repeating: Array(repeating: 0.0, count: labels), count: labels)
    for number in 0..<predictions.count {
      let row = predictions.row(number)
      counts[row.truth[0]][row.predicted[0]] += row.weight
    }
    for (found, expected) in zip(counts, confusion) {
      let values = try #require(expected.array).compactMap(\.number?.value)
      #expect(zip(found, values).allSatisfy { abs($0 - $1) < 1e-6 })
    }
  }

  @Test(arguments: [
    "arrays.npz", "digits.csv", "quoting.csv", "debtags.jsonl", "scene-indicators.csv", "table.tsv",
  ])
  func thePiecesDoNotMatter(_ file: String) throws {
    let path = Fixture.path("predictions/\(file)")
    let whole = try PredictionFileReader().read(path).predictions
    for pieceSize in [100, 5000] {
      let reader = PredictionFileReader(
        fileSystem: .disk, options: PredictionFileOptions(), pieceSize: pieceSize)
      let pieces = try reader.read(path).predictions
      #expect(pieces.schema == whole.schema)
      #expect(pieces.count == whole.count)
      #expect(pieces.batches.flatMap(\.probabilities) == whole.batches.flatMap(\.probabilities))
      #expect(pieces.batches.flatMap(\.truth) == whole.batches.flatMap(\.truth))
      #expect(pieces.batches.flatMap(\.predictedSets) == whole.batches.flatMap(\.predictedSets))
      #expect((0..<whole.count).allSatisfy { pieces.row($0).id == whole.row($0).id })
    }
  }

  @Test func probabilitiesAreUsedExactlyAsRead() throws {
    let predictions = try PredictionFileReader().read(Fixture.path("predictions/digits.csv")).predictions
    let line = try Fixture.text("predictions/digits.csv").split(separator: "\n")[1].split(separator: ",")
    #expect(predictions.batches[0].probabilities.prefix(10) == line[3...].compactMap { Double($0) }[...])
    #expect(predictions.row(0).id == "r0")
  }

  @Test func weightsAndTextsAreRead() throws {
    let weighted = try PredictionFileReader().read(Fixture.path("predictions/weighted.csv")).predictions
    #expect(weighted.schema.hasWeights)
    #expect(weighted.row(1).weight == 4.144)
    let headlines = try PredictionFileReader().read(Fixture.path("predictions/headlines.jsonl"))
    #expect(headlines.predictions.row(0).text == "Fast rendering of common datatypes")
    #expect(headlines.predictions.row(0).id == "libghc-blaze-textual-dev")
  }
}
