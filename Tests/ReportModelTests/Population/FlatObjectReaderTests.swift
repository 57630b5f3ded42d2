import Diagnostics
import TestSupport
import Testing

@testable import ReportModel

@Suite("A strict reader of flat JSON objects")
struct FlatObjectReaderTests {
  private func read(_ text: String) -> [String]? {
    FlatObjectReader.read(text)?.map { name, value in
      switch value {
      case .number(let number): "\(name)=\(number)"
      case .string(let word): "\(name)='\(word)'"
      }
    }
  }

  @Test("Numbers and strings are read in their order, whatever stands between them")
  func objects() {
    #expect(read(#"{"lr": 1.17, "batch": "resampled"}"#) == ["lr=1.17", "batch='resampled'"])
    #expect(read("{}") == [])
    #expect(read(" {\n\t\"a\"\r:-0.5e+2 , \"a\":1E-1 } ") == ["a=-50.0", "a=0.1"])
    #expect(read(#"{"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00":0}"#) == ["\"\\/\u{8}\u{C}\n\r\té😀=0.0"])
    #expect(read(#"{"é":"漢"}"#) == ["é='漢'"])
  }

  @Test(
    "Anything else is refused",
    arguments: [
      "", "null", "[]", "1", "{", "}", "{}{}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{,"a":1}"#,
      #"{"a":1 "b":2}"#, #"{a:1}"#, #"{'a':1}"#, #"{"a":true}"#, #"{"a":null}"#, #"{"a":{}}"#, #"{"a":[1]}"#,
      #"{"a":01}"#, #"{"a":+1}"#, #"{"a":.5}"#, #"{"a":1.}"#, #"{"a":1e}"#, #"{"a":-}"#, #"{"a":NaN}"#,
      #"{"a":"b}"#, "{\"a\":\"\n\"}", #"{"a":"\x"}"#, #"{"a":"\u12"}"#, #"{"a":"\ud800"}"#,
      #"{"a":"\ud800\u0041"}"#, #"{"a":"\udc00"}"#, "{\"a\":1}\0",
    ])
  func others(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test("A text beyond the limit is refused, one below it is read")
  func long() {
    let word = String(repeating: "x", count: FlatObjectReader.byteLimit - 20)
    #expect(read("{\"a\":\"\(word)\"}")?.count == 1)
    #expect(read("{\"a\":\"\(word)\(word)\"}") == nil)
    #expect(read(String(repeating: "[", count: 60_000)) == nil)
  }

  @Test("No text of these characters breaks it, and what it reads it reads again")
  func fuzz() {
    let parts = [
      "{", "}", "\"", ":", ",", "\\", "u", "d83d", "a", "1", "0", ".", "e", "-", "+", " ", "\n", "é", "\0",
      "😀",
      "null", "[", "\"a\":1", "\"b\":\"c\"",
    ]
    var generator = SeededGenerator(seed: 5)
    var readCount = 0
    for _ in 0..<FuzzDose.rounds(default: 20_000) {
      var text = Bool.random(using: &generator) ? "{" : ""
      for _ in 0..<Int.random(in: 0..<7, using: &generator) {
        text += parts[Int.random(in: 0..<parts.count, using: &generator)]
      }
      if Bool.random(using: &generator) { text += "}" }
      guard let members = FlatObjectReader.read(text) else { continue }
      readCount += 1
      #expect(FlatObjectReader.read(" " + text + " ")?.count == members.count)
    }
    #expect(readCount > 100)
  }
}
