import Diagnostics
import FileFormats
import RunModel
import Testing

@testable import RunExchange

@Suite struct FlatValuesTests {
  private func flat(_ text: String) throws -> FlatValues {
    FlatValues(try JSONReader.parse(Array(text.utf8), path: "a.json").root)
  }

  @Test func nestedValuesHaveTheirNamesJoined() throws {
    let values = try flat(#"{"a": {"b": {"c": 1}, "d": null}, "e": [1, {"f": 2}], "g": {}, "h": NaN}"#).values
    #expect(
      values.mapValues(\.text) == [
        "a.b.c": "1", "a.d": "null", "e": #"[1, {"f": 2}]"#, "g": "{}", "h": "NaN",
      ])
    #expect(try flat("[1]").values.isEmpty)
  }

  @Test func pickledObjectsStayText() throws {
    let values = try flat(#"{"a": {"py/object": "os.system", "x": 1}}"#).values
    #expect(values.mapValues(\.kind) == ["a": .json])
  }

  @Test func depthNamesAndNumbersAreBounded() throws {
    let deep = String(repeating: #"{"a": "#, count: 150) + "1" + String(repeating: "}", count: 150)
    #expect(try flat(deep).values.keys.map(\.text) == ["a.a.a.a.a.a.a.a.a"])
    let long = try flat(#"{"\#(String(repeating: "x", count: 2000))": 1, "y": 2}"#)
    #expect(long.values.count == 1 && long.leftOut == 1)
    let many = try flat("{" + (0..<10_100).map { #""\#($0)": 0"# }.joined(separator: ",") + "}")
    #expect(many.values.count == 10_000 && many.leftOut == 100)
    let huge = try flat(#"{"x": "\#(String(repeating: "y", count: 1 << 20))y", "z": 1}"#)
    #expect(huge.values.keys.map(\.text) == ["z"])
  }

  @Test func ofTwoValuesOfOneNameTheFirstCounts() throws {
    let values = try flat(#"{"a.b": 1, "a": {"b": 2}}"#)
    #expect(values.values == ["a.b": 1])
    #expect(values.leftOut == 1)
  }
}
