import Testing

@testable import Experiments

@Suite struct ProgramLogTests {
  @Test func theFirstAndTheLastLinesAreKept() {
    var log = ProgramLog(headBytes: 4, tailBytes: 8)
    for word in ["one", "two", "three", "four"] { log.add(ProgramLine(stream: .output, text: word)) }
    #expect(log.text == "one\n[… 2 lines, 10 bytes, left out …]\nfour\n")
  }

  @Test func aShortLogIsWhole() {
    var log = ProgramLog(headBytes: 4, tailBytes: 100)
    #expect(log.isEmpty)
    #expect(log.text == "")
    for word in ["one", "two", "three"] { log.add(ProgramLine(stream: .output, text: word)) }
    #expect(log.text == "one\ntwo\nthree\n")
    #expect(!log.isEmpty)
  }

  @Test func aLineThatFitsNowhereIsLeftOut() {
    var log = ProgramLog(headBytes: 2, tailBytes: 2)
    log.add(ProgramLine(stream: .output, text: "one"))
    #expect(log.text == "[… 1 line, 4 bytes, left out …]\n")
    #expect(!log.isEmpty)
  }

  @Test func everyByteIsKeptOrCounted() {
    var log = ProgramLog(headBytes: 1000, tailBytes: 1000)
    for number in 0..<20_000 { log.add(ProgramLine(stream: .output, text: "\(number)")) }
    let whole = (0..<20_000).reduce(0) { $0 + "\($1)\n".utf8.count }
    let kept = log.text.split(separator: "\n").filter { !$0.hasPrefix("[") }
    #expect(kept.reduce(0) { $0 + $1.utf8.count + 1 } + log.bytesLeftOut == whole)
    #expect(kept.count + log.linesLeftOut == 20_000)
    #expect(kept.first == "0" && kept.last == "19999")
  }
}
