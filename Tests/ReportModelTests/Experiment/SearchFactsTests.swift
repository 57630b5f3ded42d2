import ChartKit
import Diagnostics
import Evaluation
import RunModel
import Testing

@testable import ReportModel

@Suite("What a search was")
struct SearchFactsTests {
  private func trials(_ statuses: [RunStatus]) -> [EvaluatedRun] {
    statuses.enumerated().map { number, status in
      var run = Sample.run("t\(number)", minute: number, metrics: status == .completed ? ["auc": 0.5] : [:])
      run.status = status
      run.duration = 30
      run.provenance = [
        SearchProvenance.metric: "auc", SearchProvenance.direction: "maximize",
        SearchProvenance.strategy: "random", SearchProvenance.seed: "7",
        SearchProvenance.job: "00\(number)", SearchProvenance.attempt: number == 1 ? "2" : "1",
        SearchProvenance.worker: number % 2 == 0 ? "w1" : "w2",
        SearchProvenance.command: "python train.py --C \(number) --kernel rbf",
      ]
      return EvaluatedRun(run: run)
    }
  }

  @Test("Strategy, seed and metric, how trials ended, how long it took and what ran are told")
  func facts() {
    let statuses: [RunStatus] = [.completed, .failed, .completed, .pruned, .completed]
    let page = ExperimentReport(Sample.analysis(trials(statuses))).page
    #expect(page.fact("Search") == "random, seed 7, for high auc.")
    #expect(
      page.fact("Trials") == "5: 3 done, 1 failed, 1 pruned; 1 took more than one attempt; 2 workers.")
    #expect(
      page.fact("Time")?.replacing("\u{A0}", with: " ")
        == "18 Nov 2026, 00:00 UTC; 4 min 30 s from the first start to the last end.")
    #expect(page.fact("Command") == "python train.py --C … --kernel rbf")
  }

  @Test("A search without a metric was for none, and commands that differ in length are told by the latest")
  func noMetric() {
    var runs = trials([.completed, .completed, .completed])
    for number in runs.indices {
      runs[number].run.provenance[SearchProvenance.metric] = nil
      runs[number].run.provenance[SearchProvenance.direction] = nil
      runs[number].run.provenance[SearchProvenance.command] = number == 1 ? "train --C 1" : "train"
    }
    let page = ExperimentReport(Sample.analysis(runs)).page
    #expect(page.fact("Search") == "random, seed 7.")
    #expect(page.fact("Command") == "train, of the latest trial")
  }

  @Test("Runs that no search made say nothing of one, beside others they are counted")
  func others() throws {
    #expect(SearchFacts(Sample.analysis(try Sample.scored([7, 9]))) == nil)
    let mixed = trials([.completed, .completed]) + [EvaluatedRun(run: Sample.run("x", minute: 9))]
    let page = ExperimentReport(Sample.analysis(mixed)).page
    #expect(page.fact("Trials")?.hasSuffix("1 further run not of this search.") == true)
  }

  @Test("A failed trial’s own page has its trace first, and says which trial it is")
  func runPage() throws {
    var runs = trials([.completed, .failed])
    runs[1].run.error = (1...60).map { "line \($0)" }.joined(separator: "\n")
    runs[1].run.artifacts = [Artifact(id: "log", filename: "log.txt", content: .bytes([65]))]
    let page = RunReport(runs[1], in: Sample.analysis(runs), examples: .full, hasFiles: true).page
    #expect(page.fact("Trial") == "Job 001 of a random search, attempt 2, worker w2.")
    #expect(page.sections.first?.slug == "error")
    let text = PageText(page)
    #expect(text.contains("The last 40 of 60 lines:"))
    #expect(text.contains("line 21\n"))
    #expect(text.contains("What the program wrote is under Artifacts."))
  }

  @Test("Trials that failed or were pruned stand in their place over time, without a score")
  func progress() throws {
    let statuses: [RunStatus] = [.completed, .failed, .completed, .pruned]
    let figure = try #require(ProgressFigure(Sample.analysis(trials(statuses))))
    #expect(figure.chart.runs.map(\.ending) == [nil, .failed, nil, .pruned])
    #expect(
      figure.figure().what.plain
        == "auc of 2 runs in order of time; the line is the best so far. At the foot, without a score: 1 failed, 1 pruned."
    )
  }
}
