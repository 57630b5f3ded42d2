import Diagnostics
import FileFormats
import Testing

@Suite struct JSONReaderTests {
  private func parse(_ text: String) throws -> JSONDocument {
    try JSONReader.parse(Array(text.utf8), path: "a.json")
  }

  private func message(_ text: String) -> String {
    message(Array(text.utf8))
  }

  private func message(_ bytes: [UInt8]) -> String {
    do throws(FormatError) {
      _ = try JSONReader.parse(bytes, path: "a.json")
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test func theExampleOfTheDocumentationHolds() throws {
    let document = try JSONReader.parse(Array(#"{"loss": [0.50, NaN]}"#.utf8), path: "m.json")
    #expect(document.root["loss"]?.array?[0].number?.text == "0.50")
    #expect(document.place(of: try #require(document.root["loss"])).description == "m.json:1:10")
  }

  @Test func everyKindOfValueIsRead() throws {
    let root = try parse(#"{"a":null,"b":true,"c":false,"d":-1.5e2,"e":"x","f":[],"g":{}}"#).root
    #expect(root["a"]?.isNull == true)
    #expect(root["b"]?.boolean == true)
    #expect(root["c"]?.boolean == false)
    #expect(root["d"]?.number?.value == -150)
    #expect(root["e"]?.string == "x")
    #expect(root["f"]?.array?.count == 0)
    #expect(root["g"]?.object?.count == 0)
    #expect(root["missing"] == nil)
  }

  @Test func membersKeepTheOrderOfTheFile() throws {
    let names = (0..<30).map { "key \($0 * 7 % 30)" }
    let text = "{" + names.map { "\"\($0)\": \"\($0)\"" }.joined(separator: ",") + "}"
    let object = try #require(try parse(text).root.object)
    #expect(object.members.map(\.name) == names)
    #expect(names.allSatisfy { object[$0]?.string == $0 })
  }

  @Test func ofANameThatOccursTwiceTheLastValueCountsAndADiagnosticSaysSo() throws {
    let document = try parse(#"{"a": 1, "b": 2, "a": 3}"#)
    #expect(document.root.object?.members.map(\.name) == ["a", "b"])
    #expect(document.root["a"]?.number?.value == 3)
    #expect(
      document.diagnostics.map(\.description) == [
        "a.json:1:18: warning: found the name “a” once more; expected each name once in an object. "
          + "The last value counts."
      ])
  }

  @Test func namesAreComparedByTheirBytes() throws {
    let document = try parse("{\"caf\u{E9}\": 1, \"cafe\u{301}\": 2}")
    #expect(document.diagnostics.isEmpty)
    #expect(document.root["caf\u{E9}"]?.number?.value == 1)
    #expect(document.root["cafe\u{301}"]?.number?.value == 2)
  }

  @Test func numbersKeepTheirText() throws {
    let numbers = try parse("[1.0, 0.90, 1e-07, 12345678901234567890123, -0]").root.array?.compactMap(
      \.number)
    #expect(numbers?.map(\.text) == ["1.0", "0.90", "1e-07", "12345678901234567890123", "-0"])
    #expect(numbers?[3].value == 1.2345678901234568e22)
    #expect(numbers?[3].integer == nil)
    #expect(numbers?[4].integer == 0)
  }

  @Test func numbersThatPythonWritesBareAreAccepted() throws {
    let values = try parse("[NaN, Infinity, -Infinity]").root.array?.compactMap(\.number?.value)
    #expect(values?[0].isNaN == true)
    #expect(values?.dropFirst() == [.infinity, -.infinity])
  }

  @Test func escapesAreResolved() throws {
    let text = try parse(#"["\"\\\/\b\f\n\r\t\u00e9\uD83C\uDF4B\u0000"]"#).root.array?[0].string
    #expect(text == "\"\\/\u{8}\u{C}\n\r\t\u{E9}🍋\0")
  }

  @Test func halfASurrogatePairBecomesTheReplacementCharacterAndIsDiagnosed() throws {
    let document = try parse(#"["a\uD83Cb", "\uDF4B", "\uD83C\u0041"]"#)
    #expect(document.root.array?.map(\.string) == ["a\u{FFFD}b", "\u{FFFD}", "\u{FFFD}A"])
    #expect(document.diagnostics.map(\.kind) == Array(repeating: JSONReader.loneSurrogate, count: 3))
    #expect(document.diagnostics[1].place == SourcePlace(path: "a.json", line: 1, column: 14))
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    #expect(try parse("\u{FEFF}[1]").root.array?.count == 1)
  }

  @Test func errorsSayWhereWhatWasFoundAndWhatWasExpected() {
    #expect(message("[1") == "a.json:1:3: found the end of the file; expected “,” or “]”")
    #expect(message("") == "a.json:1:1: found the end of the file; expected a value")
    #expect(message("{\n  \"a\": 1,\n}") == "a.json:3:1: found “}”; expected a name in quotes")
    #expect(message("[1,]") == "a.json:1:4: found “]”; expected a value")
    #expect(message("\"abc") == "a.json:1:5: found the end of the file; expected a closing quote")
    #expect(message("{\"a\" 1}") == "a.json:1:6: found “1”; expected “:”")
    #expect(message("[1] x") == "a.json:1:5: found “x”; expected the end of the file")
    #expect(message("[tru]") == "a.json:1:2: found “t”; expected “true”")
    #expect(message(#"["\x"]"#).hasPrefix("a.json:1:4: found “x”; expected one of"))
    #expect(message(#"["\u12G4"]"#) == "a.json:1:7: found “G”; expected four hexadecimal digits")
    #expect(
      message("[\"a\nb\"]")
        == "a.json:1:4: found “\\u{A}”; expected an escape such as \\n instead of a control character")
  }

  @Test(arguments: ["01", "+1", ".5", "1.", "1e", "1e+", "-", "--1", "0x10", "1_000", "-NaN"])
  func whatIsNoNumberInJSONIsRefused(_ text: String) {
    #expect(message("[\(text)]") != "no error")
  }

  @Test func bytesThatAreNotUTF8AreRefusedWithTheirPlace() {
    #expect(
      message(Array("[\"a\n".utf8.dropLast()) + [0xFF, 0x22, 0x5D])
        == "a.json:1:4: found a byte that is not UTF-8; expected text in UTF-8")
  }

  @Test func columnsCountBytes() {
    #expect(message("[\"é\" 1]") == "a.json:1:7: found “1”; expected “,” or “]”")
  }

  @Test func nestingIsBounded() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(message(nested(200)) == "no error")
    #expect(message(nested(201)).contains("more than 200 arrays and objects inside each other"))
    #expect(message(String(repeating: "[", count: 1_000_000)).contains("more than 200"))
    #expect(message(String(repeating: "{\"a\":", count: 1_000_000)).contains("more than 200"))
  }

  @Test func aFileIsReadWithinALimit() throws {
    let files = FileSystem.inMemory(["/runs/m.json": "[1, 2]"])
    let document = try JSONReader.read("/runs/m.json", displayPath: "m.json", in: files, limit: 6)
    #expect(document.root.array?.count == 2)
    #expect(throws: FormatError.self) {
      try JSONReader.read("/runs/m.json", displayPath: "m.json", in: files, limit: 5)
    }
    do throws(FormatError) {
      _ = try JSONReader.read("/runs/no.json", displayPath: "no.json", in: files, limit: 5)
    } catch {
      #expect(error.description == "no.json: found no such file; expected a readable file")
    }
  }
}
