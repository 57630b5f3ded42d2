import Diagnostics
import RunModel
import Testing

@testable import Experiments

@Suite("Named values in order")
struct ResultValuesTests {
  @Test("A value that is set again keeps its place, a new one comes last, and a removed one leaves no gap")
  func order() {
    var values: ResultValues = ["lr": 0.01, "batch_size": 32]
    values["lr"] = 0.02
    values["depth"] = 3
    #expect(values.names == ["lr", "batch_size", "depth"])
    #expect(values["lr"] == 0.02)
    values["lr"] = nil
    values["batch_size"] = 64
    #expect(values.names == ["batch_size", "depth"])
    #expect(values["batch_size"] == 64)
    #expect(values["lr"] == nil)
    #expect(values.byName == ["batch_size": 64, "depth": 3])
  }

  @Test("Names that look alike but differ in their bytes are two")
  func bytes() {
    let values: ResultValues = ["caf\u{E9}": 1, "cafe\u{301}": 2]
    #expect(values.count == 2)
  }

  @Test("JSON is laid out as Python does, texts untouched")
  func lines() {
    let json = #"{"a":[1,2],"b":{},"c":[],"d":"x:\"[,{","e":{"f":null}}"#
    let expected = """
      {
        "a": [
          1,
          2
        ],
        "b": {},
        "c": [],
        "d": "x:\\"[,{",
        "e": {
          "f": null
        }
      }
      """
    #expect(String(decoding: IndentedJSON.lines(Array(json.utf8), indent: 2), as: UTF8.self) == expected)
  }
}
