import Diagnostics
import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct RunReportTests {
  private func slugs(_ page: ReportPage) -> [String] { page.sections.map(\.slug) }

  private func multiclass(hasProbabilities: Bool, hasTexts: Bool = false) throws -> EvaluatedRun {
    try Sample.evaluated(
      Sample.run("r"), [[8, 2, 0], [1, 9, 0], [0, 0, 10]], hasProbabilities: hasProbabilities,
      hasTexts: hasTexts)
  }

  @Test func fullPredictionsFillEverySectionAboutThem() throws {
    let page = Sample.page(try multiclass(hasProbabilities: true))
    #expect(
      slugs(page) == [
        "metrics", "labels", "confusion", "curves", "probabilities", "errors", "provenance",
      ])
    #expect(page.openingFigure?.slug == "recall")
  }

  @Test func labelsWithoutProbabilitiesHaveNoCurves() throws {
    let page = Sample.page(try multiclass(hasProbabilities: false))
    #expect(slugs(page) == ["metrics", "labels", "confusion", "errors", "provenance"])
    #expect(page.section("errors")?.blocks.flatMap(\.tables).first?.columns.count == 3)
  }

  @Test func aRunWithoutPredictionsShowsWhatItLogged() {
    var run = Sample.run("r", metrics: ["val_acc": .real(0.5)], params: ["C": .real(1)])
    run.notes = "Tried."
    run.features = ["x"]
    run.dicts = ["sizes": ["train": .integer(3)]]
    run.histories = ["val_acc": [MetricPoint(step: 1, value: 0.4), MetricPoint(step: 2, value: 0.5)]]
    let page = Sample.page(EvaluatedRun(run: run))
    #expect(slugs(page) == ["notes", "metrics", "history", "parameters", "dicts", "provenance"])
    #expect(page.lede.map(\.plain) == ["val_acc is 0.500, as the run logged it."])
    #expect(page.colophon.first?.plain.hasPrefix("No number on this page is recomputed") == true)
    #expect(page.openingFigure == nil)
  }

  @Test func aBareRunSaysThatThereIsNothing() {
    let page = Sample.page(EvaluatedRun(run: Sample.run("r")))
    #expect(slugs(page) == ["provenance"])
    #expect(page.lede.map(\.plain) == ["This run left neither predictions nor a metric."])
  }

  @Test func aFailedRunSaysSoWithTheLastLineOfItsError() {
    var run = Sample.run("r")
    run.status = .failed
    run.error = "Traceback\n  line 3\nValueError: no rows\n"
    let page = Sample.page(EvaluatedRun(run: run))
    #expect(page.lede.map(\.plain) == ["This run failed."])
    #expect(page.fact("Error") == "ValueError: no rows")
    #expect(PageText(page).contains("Traceback\n  line 3"))
    #expect(page.meta.last?.plain == "failed")
  }

  @Test func ofTwoLabelsThePositiveOneHasCurvesAndAStrip() throws {
    let page = Sample.page(
      try Sample.evaluated(Sample.run("r"), [[8, 2], [1, 9]], hasProbabilities: true))
    let curves = try #require(page.section("curves")).blocks.flatMap(\.figures)
    #expect(
      curves.map(\.slug) == ["roc", "precision-recall", "det", "gain", "lift"])
    #expect(curves[0].what.plain == "ROC, of b, examples, n = 20.")
    #expect(page.section("confusion")?.blocks.flatMap(\.figures).map(\.slug) == ["confusion-matrix"])
  }

  @Test func labelSetsHaveNoConfusionMatrix() throws {
    let page = Sample.page(Sample.evaluated(Sample.run("r"), try Sample.multilabel()))
    #expect(
      slugs(page) == ["metrics", "labels", "curves", "probabilities", "calibration", "errors", "provenance"])
    #expect(page.lede.first?.plain == "F1, micro is 0.750 [0.400, 1.000] on 4 examples.")
  }

  @Test func rowsOfWeightAreCalledSo() throws {
    let predictions = try Sample.predictions([[1, 1, 0], [0, 1, 0], [0, 0, 1]], weights: [1, 0.5, 2, 1])
    let page = Sample.page(Sample.evaluated(Sample.run("r"), predictions))
    #expect(page.openingFigure?.what.plain == "Recall by label, lowest first, examples, n = 4, weighted.")
    #expect(page.colophon.first?.plain.hasSuffix("Rows have weights: counts are sums of weights.") == true)
  }

  @Test(arguments: [[[Int]](), [[0]], [[0, 0], [0, 0]], [[0, 0, 0], [0, 0, 0], [0, 0, 0]], [[5]]])
  func noRowsAndOneLabelMakeAPage(cells: [[Int]]) throws {
    for hasProbabilities in [false, true] {
      let run = try Sample.evaluated(Sample.run("r"), cells, hasProbabilities: hasProbabilities)
      let page = Sample.page(run)
      #expect(page.section("provenance") != nil)
      #expect(page.section("errors") == nil)
      #expect(!PageText(page).contains("perfect"))
    }
  }

  @Test func everyHeadHasWords() throws {
    let runs = try Sample.scored([7, 9])
    let pages = [
      Sample.page(try multiclass(hasProbabilities: true, hasTexts: true)),
      Sample.page(Sample.evaluated(Sample.run("r"), try Sample.multilabel())),
      RunReport(runs[0], in: Sample.analysis(runs), examples: .full, hasFiles: true).page,
    ]
    for table in pages.flatMap(\.tables) {
      #expect(!table.columns.contains { $0.title.isEmpty }, "\(table.label)")
      #expect(table.groups.flatMap(\.rows).allSatisfy { $0.cells.count <= table.columns.count })
    }
  }

  @Test func aThousandLabelsMakeALightPage() throws {
    let labels = (0..<1000).map { "label \($0)" }
    let truth = (0..<3000).map { labels[$0 % 1000] }
    let predicted = (0..<3000).map { row in
      let shift = row % 5 == 0 ? 1 : 0
      return labels[(row + shift) % 1000]
    }
    let run = Sample.evaluated(
      Sample.run("r"), try Predictions(labels: labels, truth: truth, predicted: predicted))
    let page = Sample.page(run)
    #expect(page.tables.allSatisfy { $0.rowCount <= 61 })
    #expect(page.section("labels")?.count == 1000)
    let words = PageText(try #require(page.section("labels")).blocks)
    #expect(words.contains("The 60 lowest of 1,000 labels; all of them."))
  }

  @Test func matricesOfMoreLabelsAreNotDrawn() throws {
    let labels = (0..<5000).map { "\($0)" }
    let run = Sample.evaluated(
      Sample.run("r"), try Predictions(labels: labels, truth: labels, predicted: labels.reversed()))
    let figures = try #require(Sample.page(run).section("confusion")).blocks.flatMap(\.figures)
    #expect(figures.map(\.slug) == ["confused-pairs", "recall-of-all"])
  }
}
