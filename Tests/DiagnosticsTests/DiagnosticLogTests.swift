import Diagnostics
import Testing

@Suite struct DiagnosticLogTests {
  private let ragged = Diagnostic.Kind("predictions.ragged-row")

  private func problem(_ line: Int, in path: String = "a.csv", _ severity: Diagnostic.Severity = .warning)
    -> Diagnostic
  {
    Diagnostic(severity, ragged, at: SourcePlace(path: path, line: line), found: "3 cells")
  }

  @Test func beyondTheLimitDiagnosticsAreCountedPerKindAndFile() {
    var log = DiagnosticLog()
    log.add(contentsOf: (1...25).map { problem($0) })
    log.add(problem(1, in: "b.csv"))
    #expect(log.diagnostics.count == DiagnosticLog.limitPerKindAndFile + 2)
    #expect(log.diagnostics[19] == problem(20))
    #expect(log.diagnostics[20] == problem(1, in: "b.csv"))
    #expect(log.diagnostics.last?.found == "5 more like these")
    #expect(log.diagnostics.last?.place == SourcePlace(path: "a.csv"))
  }

  @Test func whatIsCountedWithoutWordsIsReportedToo() {
    var log = DiagnosticLog()
    log.add(contentsOf: (1...20).map { problem($0) })
    #expect(!log.keepsMore(of: ragged, path: "a.csv"))
    #expect(log.keepsMore(of: ragged, path: "b.csv"))
    log.count(180, of: ragged, path: "a.csv")
    #expect(log.diagnostics.last?.found == "180 more like these")
  }

  @Test func theWorstCountsAlsoBeyondTheLimit() {
    var log = DiagnosticLog()
    #expect(log.worst == nil)
    #expect(log.isEmpty)
    log.add(contentsOf: (1...20).map { problem($0) })
    log.add(problem(21, .error))
    #expect(log.worst == .error)
  }

  @Test func filesWhoseNamesDifferOnlyInNormalisationAreTwo() {
    var log = DiagnosticLog()
    log.add(contentsOf: (1...20).map { problem($0, in: "caf\u{E9}.csv") })
    log.add(problem(1, in: "cafe\u{301}.csv"))
    #expect(log.diagnostics.count == 21)
    #expect(log.diagnostics.allSatisfy { $0.found == "3 cells" })
  }
}
