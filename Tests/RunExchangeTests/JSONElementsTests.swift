import Diagnostics
import FileFormats
import TestSupport
import Testing

@testable import RunExchange

@Suite struct JSONElementsTests {
  private func elements(_ text: String) throws -> JSONElements {
    let files = FileSystem.inMemory(["/a.json": text])
    return JSONElements(try files.open("/a.json"), path: "a.json")
  }

  /// The numbers of an array, and what was wrong behind them.
  private func numbers(_ text: String) throws -> ([Double], FormatError?) {
    var elements = try elements(text)
    var numbers: [Double] = []
    do throws(FormatError) {
      while try elements.next({ cursor throws(JSONFault) in numbers.append(try cursor.looseNumber() ?? -1) })
      {}
    } catch {
      return (numbers, error)
    }
    return (numbers, nil)
  }

  @Test func elementsComeInTheirOrder() throws {
    #expect(try numbers(" [1, 2.5,\n\"nan?\", -Infinity ] \n").0 == [1, 2.5, -1, -.infinity])
    #expect(try numbers("\u{FEFF}[]").0.isEmpty)
    #expect(try numbers("[]").1 == nil)
  }

  @Test(arguments: [
    ("", "a.json:1:1"), ("{}", "a.json:1:1"), ("[1,\n 2 3]", "a.json:2:4"), ("[1,]", "a.json:1:4"),
    ("[1", "a.json:1:3"),
    ("[1]\n\n x", "a.json:3:2"), ("[1,\n{\"a\": tru}]", "a.json:2:7"),
  ])
  func aFaultIsNamedByItsPlace(text: String, place: String) throws {
    #expect(try numbers(text).1?.place.description == place)
  }

  @Test func aLongFileIsReadThroughItsWindows() throws {
    let count = 60_000
    let text = "[\n" + (0..<count).map { "  \($0)" }.joined(separator: ",\n") + "\n]\n"
    let (values, error) = try numbers(text)
    #expect(error == nil)
    #expect(values == (0..<count).map(Double.init))
    let broken = try numbers(String(text.dropLast(3)) + ",\n  x")
    #expect(broken.0.count == count)
    #expect(broken.1?.place.description == "a.json:\(count + 2):3")
  }

  @Test func anElementOverTheEdgeOfAWindowIsWhole() throws {
    let long = String(repeating: "x", count: 300_000)
    var elements = try elements("[\"\(long)\", \"\(long)\", 7]")
    var lengths: [Int] = []
    while try elements.next({ cursor throws(JSONFault) in
      let start = try cursor.peek()
      lengths.append(start == .string ? try cursor.string().range.count : Int(try cursor.number().value))
    }) {}
    #expect(lengths == [300_000, 300_000, 7])
  }

  @Test(arguments: 0..<6)
  func aWordOverTheEdgeOfAWindowIsWhole(shift: Int) throws {
    var elements = try elements(
      String(repeating: " ", count: shift) + "["
        + Array(repeating: "true", count: 60_000).joined(separator: ",") + "]")
    var count = 0
    while try elements.next({ cursor throws(JSONFault) in count += try cursor.boolean() ? 1 : 0 }) {}
    #expect(count == 60_000)
  }

  @Test func anElementWithoutEndIsRefusedBeforeItFillsTheMemory() throws {
    let endless = "\"" + String(repeating: "9", count: 3_000_000)
    #expect(try numbers("[" + endless).1?.found == "an element of more than 1048576 bytes")
  }
}
