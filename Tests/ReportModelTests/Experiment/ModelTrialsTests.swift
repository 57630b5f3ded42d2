import ChartKit
import Diagnostics
import RunModel
import Testing

@testable import ReportModel

@Suite("Trials that belong to the model which was chosen of them")
struct ModelTrialsTests {
  private let model = Sample.run("model", minute: 30)

  /// Eight trials of the model, judged by a loss, and the model with its predictions.
  private func runs() throws -> [EvaluatedRun] {
    let trials = (0..<8).map { number in
      var run = Sample.run(
        "trial-\(number)", minute: number,
        metrics: ["valid_loss": .real(0.9 - Double(number) / 10), "valid_accuracy": 1],
        params: ["alpha": .real(Double(number))])
      run.parent = model.id.description
      run.provenance = [
        SearchProvenance.metric: "valid_loss", SearchProvenance.direction: "minimize",
        SearchProvenance.strategy: "grid", SearchProvenance.seed: "1",
      ]
      return EvaluatedRun(run: run)
    }
    return trials + [try Sample.evaluated(model, [[9, 1], [0, 0]])]
  }

  @Test(
    "The model leads by what it did on test examples, and its trials are shown as the search that they were")
  func page() throws {
    let analysis = Sample.analysis(try runs())
    #expect(analysis.primaryMetric?.name == "accuracy" && analysis.best?.run.run.id == model.id)
    #expect(analysis.search.primaryMetric?.name == "valid_loss" && analysis.search.runs.count == 8)
    let page = ExperimentReport(analysis).page
    #expect(page.fact("Search") == "grid, seed 1, for low valid_loss.")
    #expect(page.fact("Trials") == "8: 8 done. 1 further run not of this search.")
    let sections = page.sections.map(\.slug)
    #expect(sections.contains("progress") && sections.contains("effects") && sections.contains("parameters"))
    let figures = page.sections.flatMap { $0.blocks.flatMap(\.figures).map(\.slug) }
    #expect(figures.contains("metric-over-trials") && !figures.contains("metric-over-runs"))
    #expect(Set(figures).count == figures.count)
    #expect(PageText(page).contains("A trial, judged by valid_loss: 0.400."))
  }

  @Test("Where two models stand beside each other both of them and all trials are drawn")
  func twoModels() throws {
    let other = try Sample.evaluated(Sample.run("other", minute: 40), [[7, 3], [0, 0]])
    let page = ExperimentReport(Sample.analysis(try runs() + [other])).page
    let figures = page.sections.flatMap { $0.blocks.flatMap(\.figures).map(\.slug) }
    #expect(figures.contains("metric-over-trials") && figures.contains("metric-over-runs"))
  }

  @Test("A metric that the configuration names decides the experiment, and still not the search")
  func configured() throws {
    let analysis = Sample.analysis(try runs(), ExperimentConfiguration(primaryMetric: "f1_macro"))
    #expect(analysis.primaryMetric?.name == "f1_macro")
    #expect(analysis.search.primaryMetric?.name == "valid_loss")
  }

  @Test("Where the model has no predictions its trials decide")
  func failedModel() throws {
    var failed = model
    failed.status = .failed
    let analysis = Sample.analysis(try runs().dropLast() + [EvaluatedRun(run: failed)])
    #expect(analysis.primaryMetric?.name == "valid_loss" && analysis.search.runs.count == 9)
    #expect(analysis.best?.run.run.id.run == "trial-7")
  }

  @Test("One run with predictions does not hide what many others have logged")
  func hiddenProgress() throws {
    let logged = Sample.logged([0.5, 0.6, 0.7], as: "accuracy")
    let one = try Sample.evaluated(Sample.run("tested", minute: 9), [[9, 1], [0, 0]])
    let figure = try #require(ProgressFigure(Sample.analysis(logged + [one]))?.figure())
    #expect(figure.what.plain.hasPrefix("Accuracy of 3 runs"))
  }

  @Test("Trials whose ids are one time with words behind it are called by these words")
  func names() throws {
    let trials = try runs().dropLast().enumerated().map { number, entry in
      var run = entry.run
      run.timestamp = model.timestamp
      run.id.run = ExactString("\(try #require(model.timestamp).runID)_combination_\(number + 1)")
      return EvaluatedRun(run: run)
    }
    let chart = try #require(ProgressFigure(Sample.analysis(trials))?.chart)
    #expect(chart.runs.map(\.name) == (1...8).map { "combination_\($0)" })
    // Two that only a number tells apart keep their time.
    var twins = Sample.logged([0.1, 0.2], as: "accuracy").map(\.run)
    let time = try #require(model.timestamp)
    for number in 0...1 {
      twins[number].timestamp = time
      twins[number].id.run = ExactString(time.runID + (number == 0 ? "" : "_0002"))
    }
    let pair = try #require(ProgressFigure(Sample.analysis(twins.map { EvaluatedRun(run: $0) }))?.chart)
    #expect(pair.runs.allSatisfy { $0.name.hasPrefix("2026-") })
  }
}
