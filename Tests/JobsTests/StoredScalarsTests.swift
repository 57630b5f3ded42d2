import Diagnostics
import RunModel
import TestSupport
import Testing

@testable import Jobs

/// Values come back from the queue byte for byte.
@Suite struct StoredScalarsTests {
  @Test func valuesThatJSONHasAFormForArePlainJSON() {
    let values: [ExactString: Scalar] = [
      "lr": Scalar(.real, text: "0.10"), "n": 3, "name": "a\u{0}\"", "on": true,
      "none": Scalar(.null, text: "null"),
      "list": Scalar(.json, text: "[1, {\"a\": 2.50}]"),
    ]
    #expect(
      String(decoding: StoredScalars.bytes(values), as: UTF8.self)
        == #"{"list":[1, {"a": 2.50}],"lr":0.10,"n":3,"name":"a\u0000\"","none":null,"on":true}"#)
    #expect(StoredScalars.values(StoredScalars.bytes(values)) == values)
  }

  @Test func everyOtherValueComesBackToo() {
    var values: [ExactString: Scalar] = ["caf\u{E9}": 1, "cafe\u{301}": 2, "": 3, "\u{0}": 4, "$scalar": "x"]
    let texts = [
      "nan", "inf", "-inf", "NaN", "-Infinity", "1e400", "01", "+1", ".5", "5.", "1_000", "", "null", "true",
      "True",
      "[1,2]", "{}", "{\"$scalar\": [\"real\", \"nan\"]}", "{\"$scalar\": 1}", "{\"a\": 1, \"a\": 2}", "[",
      "\u{FEFF}1",
      String(repeating: "9", count: 5000), "\u{202E}x", " 1", "1 ", "-0", "-0.0", "1E5",
    ]
    for kind in [Scalar.Kind.text, .integer, .real, .boolean, .null, .json] {
      for text in texts { values[ExactString("\(kind) \(text)")] = Scalar(kind, text: text) }
    }
    #expect(StoredScalars.values(StoredScalars.bytes(values)) == values)
    #expect(StoredScalars.values(StoredScalars.bytes([:])) == [:])
  }

  @Test func whatIsNoStoredValueIsNil() {
    for text in [
      "", "[]", "1", "{", "{\"a\":}", "{\"a\":1}x", "{\"a\":1,\"a\":2}", #"{"a":{"$scalar":1}}"#,
      #"{"a":{"$scalar":["real"]}}"#, #"{"a":{"$scalar":["unreal","1"]}}"#, #"{"a":{"$scalar":["real",1]}}"#,
      #"{"a":"\ud800"}"#, String(repeating: "[", count: 100_000),
    ] {
      #expect(StoredScalars.values(Array(text.utf8)) == nil, "\(text.prefix(40))")
    }
    #expect(StoredScalars.values([0x7B, 0xFF, 0x7D]) == nil)
  }

  @Test func randomValuesComeBackAndRandomBytesStopNothing() {
    var generator = SeededGenerator(seed: 44)
    let pieces = [
      "1", "0", "-", ".", "e", "+", "\"", "\\", "{", "}", "[", "]", ":", ",", "nan", "true", "null",
      "$scalar", " ",
      "\u{0}", "\u{301}", "é", "\u{1F600}", "real", "json", "a",
    ]
    for _ in 0..<FuzzDose.rounds(default: 2000) {
      let text = (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let kind = [Scalar.Kind.text, .integer, .real, .boolean, .null, .json].randomElement(using: &generator)
      let values = [ExactString(text): Scalar(kind ?? .text, text: text)]
      #expect(StoredScalars.values(StoredScalars.bytes(values)) == values, "\(text)")
      _ = StoredScalars.values(Array("{\"a\":\(text)}".utf8))
    }
  }
}
