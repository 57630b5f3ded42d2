import Evaluation
import Testing

@testable import ReportModel

struct ExampleNounTests {
  @Test func rowsAreCalledByWhatTheyHold() throws {
    let plain = try Sample.predictions([[1]])
    #expect(ExampleNoun(plain).plural == "examples")
    #expect(ExampleNoun(try Sample.predictions([[1]], hasTexts: true)).singular == "text")
    var batch = plain.batches[0]
    batch.images = TextColumn(["a.png"])
    #expect(ExampleNoun(Predictions(schema: plain.schema, batches: [batch])).singular == "image")
    #expect(ExampleNoun(Predictions(schema: plain.schema, batches: [])) == .example)
  }

  @Test func countsAndWeightsTakeTheRightNumber() {
    #expect(ExampleNoun.example.count(1) == "1 example")
    #expect(ExampleNoun.example.count(1200) == "1,200 examples")
    #expect(ExampleNoun.example.count(weight: 1) == "1 example")
    #expect(ExampleNoun.example.count(weight: 2.5) == "2.50 examples")
  }
}
