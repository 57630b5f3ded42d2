import ChartKit
import Diagnostics
import Evaluation
import Markup
import RunModel
import TestSupport
import Testing

@testable import ReportModel

@Suite("The section about a population")
struct PopulationSectionTests {
  private func page(_ runs: [EvaluatedRun]) -> ReportPage { ExperimentReport(Sample.analysis(runs)).page }

  private func figures(_ runs: [EvaluatedRun], _ slug: String) -> [ReportFigure] {
    page(runs).section(slug)?.blocks.flatMap(\.figures) ?? []
  }

  @Test(
    "A population’s section has its tree, its quality, its hyperparameters and the best line, after the progress"
  )
  func population() {
    let page = page(SamplePopulation.population)
    let slugs = page.sections.map(\.slug)
    #expect(
      slugs.firstIndex(of: "population") == slugs.firstIndex(of: "progress").map { $0 + 1 })
    #expect(
      figures(SamplePopulation.population, "population").map(\.slug) == [
        "lineage", "quality-by-generation", "hyperparameter-1-by-generation", "values-by-generation",
        "best-line",
      ])
  }

  @Test("Sentences say from which run the best descends, who was replaced and how quality rose")
  func sentences() {
    let page = page(SamplePopulation.population)
    let text = PageText(page)
    #expect(
      text.contains(
        "The best run, job-0009, descends from job-0001 through 2 generations; on the way its line passed to another member once."
      ))
    let found = figures(SamplePopulation.population, "population").map { $0.finding?.plain ?? "" }
    #expect(found[0] == "Members were replaced 2 times; the last generation descends from 1 of 3 first runs")
    #expect(
      found[1] == "The best accuracy rose from 0.500 to 0.800 over 3 generations; 2 of 9 runs were replaced")
    #expect(found[2] == "On the best run’s line lr fell from 0.1 to 0.072")
    #expect(found[4] == "The line gained most, 20.0 points, with generation 1, which has lr × 0.800")
  }

  @Test("The table of the best line links each run and says which member took over")
  func bestLine() throws {
    let figure = try #require(figures(SamplePopulation.population, "population").last)
    guard case .table(let table) = figure.body else { return }
    let rows = table.groups[0].rows.map { $0.cells.map(\.text.plain) }
    #expect(rows[0] == ["job-0001", "0", "1", "", "0.1", "0.500", ""])
    #expect(rows[1] == ["job-0006", "1", "1 → 3", "lr × 0.800", "0.08", "0.700", "+0.200"])
    #expect(rows[2] == ["job-0009", "2", "3", "lr × 0.900", "0.072", "0.800", "+0.100"])
    let links = table.groups[0].rows.compactMap { $0.cells[0].text.spans.first?.link }
    #expect(links.count == 3)
  }

  @Test("The data of the tree are a table whose runs are links")
  func data() throws {
    let figure = try #require(figures(SamplePopulation.population, "population").first)
    let table = try #require(figure.data)
    let rows = table.groups[0].rows
    #expect(rows.count == 9)
    #expect(rows.allSatisfy { $0.cells[0].text.spans.first?.link != nil })
    #expect(
      rows[2].cells.map(\.text.plain) == [
        "job-0003", "0", "3", "", "", "0.100", "pruned, its member went on from another",
      ])
    #expect(rows[5].cells[3].text.spans.first?.link == .run(SamplePopulation.population[0].run.id))
    #expect(rows[5].cells.last?.text.plain == "done ancestor of the best")
  }

  @Test("Words as hyperparameters are counted in the first and the last generation")
  func categories() throws {
    let figure = figures(SamplePopulation.population, "population")[3]
    guard case .table(let table) = figure.body else { return }
    #expect(
      table.groups[0].rows.map { $0.cells.map(\.text.plain) } == [
        ["adam", "1", "3", "best run"], ["sgd", "2", "0", ""],
      ])
  }

  @Test("Successive halving is told by rungs")
  func halving() {
    let found = figures(SamplePopulation.halving, "rungs")
    #expect(found.map(\.slug) == ["lineage", "quality-by-rung", "rung-table"])
    #expect(found[0].finding?.plain == "Of 9 trials 3 and then 1 went on to the next rung")
    #expect(
      found[1].finding?.plain
        == "The best accuracy rose from 0.450 to 0.750 over 3 rungs; 8 of 9 trials were stopped before the last"
    )
    #expect(found[2].finding?.plain == "1 of 9 trials was given the most, 9 epochs")
    guard case .table(let table) = found[2].body else { return }
    #expect(
      table.groups[0].rows.map { $0.cells.map(\.text.plain) } == [
        ["0", "1", "9", "3", "6", "0", "0.450", "0.250"], ["1", "3", "3", "1", "2", "0", "0.600", "0.500"],
        ["2", "9", "1", "0", "0", "0", "0.750", "0.750"],
      ])
  }

  @Test("Parents that are not there, runs told twice and factors that are none are said")
  func problems() {
    let runs =
      SamplePopulation.population + [
        SamplePopulation.run(20, generation: "3", member: "1", parent: 99, factors: "no JSON", score: 0.5),
        SamplePopulation.run(21, generation: "3", member: "1", score: 0.5),
      ]
    let text = PageText(page(runs))
    #expect(text.contains("1 run says that it went on from a job that has no earlier run here"))
    #expect(text.contains("Left out here: 1 run of a member and generation that an older run has already."))
    #expect(text.contains("What was drawn for 1 run cannot be read"))
  }

  @Test("Several searches have sections of their own, with the variant in their titles")
  func several() {
    let other = (1...2).map {
      SamplePopulation.run($0, generation: "0", member: "\($0)", score: 0.5, variant: "wide")
    }
    let sections = page(SamplePopulation.population + other).sections.filter {
      $0.slug.hasPrefix("population")
    }
    #expect(sections.map(\.title) == ["Population of main, seed 7", "Population of wide, seed 7"])
    #expect(Set(sections.map(\.slug)).count == 2)
    let slugs = sections.flatMap { $0.blocks.flatMap(\.figures).map(\.slug) }
    #expect(Set(slugs).count == slugs.count)
  }

  @Test("Two searches that differ only in when they were begun are two, and their titles say when")
  func beginnings() {
    let runs =
      SamplePopulation.population(begun: "2026-10-01T08:00:00.000000+00:00")
      + SamplePopulation.population(begun: "2026-10-02T09:30:00.000000+00:00", suffix: "_0002")
    let page = page(runs)
    let titles = page.sections.filter { $0.slug.hasPrefix("population") }.map(\.title)
    #expect(
      titles == [
        "Population of main, seed 7, begun 2026-10-01 08:00:00",
        "Population of main, seed 7, begun 2026-10-02 09:30:00",
      ])
    #expect(!PageText(page).contains("Left out here"))
  }

  @Test("Where it is not known which way is better no run is best, and the tree is there")
  func unknown() {
    var runs = SamplePopulation.population
    for position in runs.indices {
      runs[position].run.provenance[SearchProvenance.direction] = nil
      runs[position].run.provenance[SearchProvenance.metric] = "thing"
      runs[position].run.metrics = ["thing": .real(Double(position))]
    }
    let found = figures(runs, "population")
    #expect(found.map(\.slug).prefix(2) == ["lineage", "quality-by-generation"])
    #expect(!found.contains { $0.slug == "best-line" })
    #expect(found[1].finding?.plain.hasPrefix("The median thing ") == true)
  }

  @Test("Thousands of generations or of members make a page of bounded size", arguments: [true, false])
  func large(areGenerations: Bool) {
    let runs = (1...4_000).map { number in
      SamplePopulation.run(
        number, generation: areGenerations ? "\(number)" : "0", member: areGenerations ? "1" : "\(number)",
        parent: areGenerations && number > 1 ? number - 1 : nil, factors: #"{"lr":1.1}"#,
        score: Double(number) / 5_000, params: ["lr": .real(Double(number))])
    }
    let found = figures(runs, "population")
    #expect(found.count >= 1)
    for figure in found {
      switch figure.body {
      case .table(let table): #expect(table.rowCount <= 60)
      case .chart(let chart):
        #expect(chart.table.rows.count <= ChartTable.rowLimit)
        let svg = SVGWriter.image(chart.drawing(), slug: "s", title: chart.title, summary: chart.summary)
        #expect(svg.bytes.count < 90_000, "\(figure.slug)")
      }
      #expect((figure.data?.rowCount ?? 0) <= 201)
    }
  }

  @Test("Whatever runs say of their lineage, the pages of the experiment and of each run are made")
  func hostile() {
    var generator = SeededGenerator(seed: 21)
    let words = [
      "", "0", "1", "2", "3", "-1", "1000000000", "9223372036854775807", "x", "1e3", "{}", "\0", "pbt",
      "asha",
      "</script>", "{\"lr\":1}", "{\"lr\":{}}", "0007", String(repeating: "9", count: 400),
    ]
    let keys = [
      SearchProvenance.generation, SearchProvenance.lastGeneration, SearchProvenance.member,
      SearchProvenance.parent, SearchProvenance.factors, SearchProvenance.resource, SearchProvenance.job,
      SearchProvenance.strategy, SearchProvenance.seed,
    ]
    for _ in 0..<FuzzDose.rounds(default: 60) {
      var runs = SamplePopulation.population + SamplePopulation.halving
      for position in runs.indices {
        for key in keys where Int.random(in: 0..<3, using: &generator) == 0 {
          runs[position].run.provenance[key] = words.randomElement(using: &generator)
        }
        runs[position].run.id.run = ExactString("r\(position)")
      }
      let analysis = Sample.analysis(runs)
      #expect(!PageText(ExperimentReport(analysis).page).lines.isEmpty)
      let run = runs[Int.random(in: 0..<runs.count, using: &generator)]
      let page = RunReport(run, in: analysis, examples: .full, hasFiles: true).page
      #expect(!PageText(page).lines.isEmpty)
    }
  }
}
