import Diagnostics
import FileFormats
import Markup
import RunModel
import Testing

@testable import Experiments

@Suite("A grid of parameters")
struct ParameterGridTests {
  @Test("Names are sorted by their bytes, and the last changes fastest")
  func order() throws {
    let grid = try ParameterGrid(["b": [1, 2], "a": ["x", "y"], "B": [true]])
    #expect(grid.names == ["B", "a", "b"])
    #expect(
      grid.combinations == [
        ["B": true, "a": "x", "b": 1], ["B": true, "a": "x", "b": 2], ["B": true, "a": "y", "b": 1],
        ["B": true, "a": "y", "b": 2],
      ])
    #expect(grid.count == 4)
  }

  @Test("No parameters are one combination, which sets nothing")
  func nothing() throws {
    #expect(ParameterGrid().combinations == [[:]])
    #expect(try ParameterGrid([:]).combinations == [[:]])
  }

  @Test("Numbers that are not finite come back from metadata as they were")
  func metadata() throws {
    let grid = try ParameterGrid(["a": [.real(.infinity), .real(-.infinity), .real(.nan), 1, "Infinity"]])
    var json = JSONWriter()
    grid.write(to: &json)
    let document = try JSONReader.parse(json.bytes, path: "")
    let read = try ParameterGrid(document.root, in: document)
    #expect(read.combinations.map { $0["a"]?.text } == grid.combinations.map { $0["a"]?.text })
    #expect(read.combinations.map { $0["a"]?.kind } == grid.combinations.map { $0["a"]?.kind })
  }

  @Test("A parameter without values, and too many combinations, are refused")
  func faults() {
    let empty = #expect(throws: ClassificationExperimentError.self) {
      try ParameterGrid(["a": [1], "b": []])
    }
    #expect(empty?.description == "empty parameter grid: “b” has no values; expected at least one.")
    let many = (0..<1_000).map { Scalar.integer($0) }
    #expect(throws: ClassificationExperimentError.self) { try ParameterGrid(["a": many, "b": many]) }
    let names = (0..<200).map { (ExactString("p\($0)"), [Scalar.integer(0), .integer(1)]) }
    #expect(throws: ClassificationExperimentError.self) {
      try ParameterGrid(Dictionary(uniqueKeysWithValues: names))
    }
  }
}
