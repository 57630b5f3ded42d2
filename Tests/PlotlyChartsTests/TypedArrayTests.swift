import FileFormats
import TestSupport
import Testing

@testable import PlotlyCharts

struct TypedArrayTests {
  private func array(_ text: String, limit: Int = 100) throws -> TypedArray? {
    try TypedArray(JSONReader.parse(Array(text.utf8), path: "").root, limit: limit)
  }

  // Bytes by `numpy.array([...], dtype).tobytes()`.
  @Test(arguments: [
    (#"{"dtype": "i1", "bdata": "gP8Bfw=="}"#, [-128.0, -1, 1, 127]),
    (#"{"dtype": "u1", "bdata": "AAGA/w=="}"#, [0, 1, 128, 255]),
    (#"{"dtype": "u1c", "bdata": "AAGA/w=="}"#, [0, 1, 128, 255]),
    (#"{"dtype": "i2", "bdata": "AID//wEA"}"#, [-32_768, -1, 1]),
    (#"{"dtype": "u2", "bdata": "AAD//wEA"}"#, [0, 65_535, 1]),
    (#"{"dtype": "i4", "bdata": "AAAAgP////8="}"#, [-2_147_483_648, -1]),
    (#"{"dtype": "u4", "bdata": "AAAAAP////8="}"#, [0, 4_294_967_295]),
    (#"{"dtype": "f4", "bdata": "AADAPwAAIME="}"#, [1.5, -10]),
    (#"{"dtype": "f8", "bdata": "mpmZmZmZuT8AAAAAAAD4vw=="}"#, [0.1, -1.5]),
    (#"{"dtype": "float64", "bdata": "mpmZmZmZuT8="}"#, [0.1]),
  ])
  func everyElementIsRead(text: String, values: [Double]) throws {
    #expect(try array(text)?.values == values)
  }

  @Test func onlySoManyNumbersAreDecoded() throws {
    let array = try #require(try array(#"{"dtype": "i2", "bdata": "AID//wEA"}"#, limit: 2))
    #expect(array.values == [-32_768, -1])
    #expect(array.count == 3)
  }

  @Test func shapesAreTextsOrLists() throws {
    #expect(try array(#"{"dtype": "u1", "bdata": "AAGA/w==", "shape": "2, 2"}"#)?.shape == [2, 2])
    #expect(try array(#"{"dtype": "u1", "bdata": "AAGA/w==", "shape": [4]}"#)?.shape == [4])
    #expect(try array(#"{"dtype": "u1", "bdata": "AAGA/w==", "shape": 4}"#)?.shape == [4])
    #expect(try array(#"{"dtype": "u1", "bdata": "AAGA/w=="}"#)?.shape == [])
  }

  @Test func whatIsNoArrayIsNone() throws {
    #expect(try array(#"{"dtype": "u1"}"#) == nil)
    #expect(try array(#"{"bdata": "AA=="}"#) == nil)
    #expect(try array("[1, 2]") == nil)
    #expect(try array(#"{"dtype": "f8", "bdata": ""}"#)?.values == [])
  }

  @Test func brokenArraysAreRefusedInWords() {
    #expect(throws: PlotlyRefusal(reason: "an array of elements “c16” is not read")) {
      try array(#"{"dtype": "c16", "bdata": "AA=="}"#)
    }
    for data in ["AAA", "A*==", "====", "é===", "=AAA"] {
      #expect(throws: PlotlyRefusal.self) { try array(#"{"dtype": "u1", "bdata": "\#(data)"}"#) }
    }
  }
}
