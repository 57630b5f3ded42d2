import Foundation
import Markup
import TestSupport
import Testing

struct JSONWriterTests {
  private func sample(_ style: JSONStyle) -> String {
    var json = JSONWriter(style: style)
    json.object {
      $0.member("rows", 3)
      $0.member("labels", ["a", "b"])
      $0.member("metrics") { $0.object { $0.member("accuracy", 0.97) } }
      $0.member("empty") { $0.array { _ in } }
    }
    return json.string
  }

  @Test func membersStandInTheOrderWritten() {
    #expect(sample(.compact) == #"{"rows":3,"labels":["a","b"],"metrics":{"accuracy":0.97},"empty":[]}"#)
  }

  @Test func prettyTextIsIndentedByTwoSpaces() {
    #expect(
      sample(.pretty) == """
        {
          "rows": 3,
          "labels": [
            "a",
            "b"
          ],
          "metrics": {
            "accuracy": 0.97
          },
          "empty": []
        }
        """)
  }

  @Test func pythonsSeparatorsAndEscapesAreKept() {
    var json = JSONWriter(style: .python)
    json.object {
      $0.member("a", [1, 2])
      $0.member("é", "😀\u{7F}\n")
    }
    #expect(json.string == #"{"a": [1, 2], "\u00e9": "\ud83d\ude00\u007f\n"}"#)
  }

  @Test func keysAreSortedByTheirBytesInEveryLayout() {
    for style in [
      JSONStyle(sortsKeys: true), JSONStyle(isPretty: true, sortsKeys: true),
      JSONStyle(sortsKeys: true, isSpaced: true),
    ] {
      var json = JSONWriter(style: style)
      json.object {
        $0.member("b", 1)
        $0.member("é", 2)
        $0.member("B", [3, 4])
        $0.member("a") {
          $0.object {
            $0.member("z", true)
            $0.member("y", Double?.none)
          }
        }
      }
      let dense = json.string.filter { !$0.isWhitespace }
      #expect(dense == #"{"B":[3,4],"a":{"y":null,"z":true},"b":1,"é":2}"#)
    }
  }

  @Test func stringsAreEscapedAsTheStandardDemands() throws {
    let hostile = "\"\\/\u{8}\t\n\u{C}\r\u{1}\u{1F}\u{2028}é\u{301}\"\u{301}"
    for isASCII in [false, true] {
      var json = JSONWriter(style: JSONStyle(isASCII: isASCII))
      json.element([hostile])
      let back = try JSONDecoder().decode([String].self, from: Data(json.bytes))
      #expect(back[0].utf8.elementsEqual(hostile.utf8))
      if isASCII { #expect(json.bytes.allSatisfy { $0 < 0x7F }) }
    }
  }

  @Test func numbersReadBackExactly() throws {
    var generator = SeededGenerator(seed: 11)
    let numbers =
      (0..<FuzzDose.rounds(default: 500)).map { _ in
        Double(bitPattern: generator.next())
      }.filter(\.isFinite) + [0, -0.0, 1e-5, 0.1, 1e16, 123456789, .leastNonzeroMagnitude]
    var json = JSONWriter()
    json.element(numbers)
    let texts = json.string.dropFirst().dropLast().split(separator: ",")
    #expect(texts.map { Double($0)?.bitPattern } == numbers.map(\.bitPattern))
  }

  @Test func whatIsNotFiniteIsAString() {
    var json = JSONWriter()
    json.element([Double.nan, .infinity, -.infinity])
    #expect(json.string == #"["NaN","Infinity","-Infinity"]"#)
  }

  @Test func nothingIsNull() {
    var json = JSONWriter()
    json.element([Int64?.some(Int64.min), nil])
    #expect(json.string == "[-9223372036854775808,null]")
  }
}
