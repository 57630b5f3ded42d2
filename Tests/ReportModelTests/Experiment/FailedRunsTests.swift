import Diagnostics
import RunModel
import Testing

@testable import ReportModel

@Suite("The runs that failed")
struct FailedRunsTests {
  private func failed(_ number: Int, _ error: String?, kernel: Scalar = "poly") -> EvaluatedRun {
    var run = Sample.run(
      "f\(number)", minute: 100 + number, params: ["kernel": kernel, "C": .integer(number)])
    run.status = .failed
    run.error = error
    return EvaluatedRun(run: run)
  }

  private func good() throws -> [EvaluatedRun] {
    var runs = try Sample.scored([7, 9, 8])
    for number in runs.indices { runs[number].run.params = ["kernel": "rbf", "C": .integer(number)] }
    return runs
  }

  private func section(_ runs: [EvaluatedRun]) throws -> ReportSection? {
    ExperimentReport(Sample.analysis(try good() + runs)).page.section("failed-runs")
  }

  @Test("Equal errors are told once, with how many runs, what these share, and one trace folded")
  func alike() throws {
    let runs = (0..<12).map { failed($0, "Traceback:\n  line \($0)\nMemoryError: out of memory\n") }
    let page = ExperimentReport(Sample.analysis(try good() + runs + [failed(20, "boom")])).page
    let section = try #require(page.section("failed-runs"))
    let text = PageText(section.blocks)
    #expect(section.count == 13)
    #expect(text.contains("12 runs failed alike: MemoryError: out of memory. All of them have kernel = poly"))
    #expect(text.contains("One run failed: boom"))
    #expect(text.contains("4 more runs of this kind"))
    #expect(text.contains("  line 11\nMemoryError"))
    #expect(section.blocks.flatMap(\.tables).map(\.rowCount) == [8, 1])
    #expect(page.fact("Failed") == "13 of 16 runs. 12 of them alike: MemoryError: out of memory.")
  }

  @Test("Runs whose workers were lost are alike, whatever their programs had written")
  func lostWorkers() throws {
    let runs = ["epoch 7", "started"].enumerated().map { number, log in
      failed(number, "The worker was not heard of.\n\n\(SearchProvenance.outputHeading)\n\n\(log)")
    }
    let text = PageText(try #require(try section(runs)).blocks)
    #expect(text.contains("2 runs failed alike: The worker was not heard of."))
    #expect(text.contains("started"))
  }

  @Test("Each run links to its page and has its parameters")
  func rows() throws {
    let table = try #require(try section([failed(3, "boom")])?.blocks.flatMap(\.tables).first)
    let cells = table.groups[0].rows[0].cells
    #expect(cells[0].text.spans[0].link == .run(Sample.run("f3").id))
    #expect(table.columns.map(\.title.plain) == ["Run", "Started", "C", "kernel"])
    #expect(cells.map(\.text.plain).suffix(2) == ["3", "poly"])
  }

  @Test("A long trace is cut to its end, a run without an error says so, and pruned runs have not failed")
  func bounds() throws {
    let long = String(repeating: "x\n", count: 9_000) + "ValueError"
    var pruned = Sample.run("p", minute: 300)
    pruned.status = .pruned
    let text = PageText(
      try #require(try section([failed(1, long), failed(2, nil), EvaluatedRun(run: pruned)])).blocks)
    #expect(text.lines.allSatisfy { $0.unicodeScalars.count <= 4_000 })
    #expect(text.contains("Error of svm f1, its end"))
    #expect(text.contains("One run failed: no error was recorded"))
    #expect(!text.contains("svm p"))
    #expect(try section([EvaluatedRun(run: pruned)]) == nil)
  }

  @Test("However many errors there are, twelve are told and the rest is counted")
  func limit() throws {
    let section = try #require(try section((0..<200).map { failed($0, "error \($0)") }))
    #expect(section.blocks.flatMap(\.tables).count == 12)
    #expect(
      PageText(section.blocks).contains("Told here: 12 of them; 188 further runs failed in other ways."))
  }
}
