import Diagnostics
import Markup
import ReportModel
import RunModel

/// How each page of a site is made, and what its content depends on.
struct PagePlan: Sendable {
  private let content: SiteContent
  private let press: PagePress
  private let fileSystem: FileSystem
  private let settings: String
  private let comparisons = ComparisonShelf()

  init(content: SiteContent, press: PagePress, files: FileSystem) {
    self.content = content
    self.press = press
    fileSystem = files
    settings = RunDigest.text(of: content.configuration) + content.title
  }

  /// The first page depends on every run.
  var index: SiteFile {
    let report = IndexReport(
      title: content.title, sourceName: content.sourceName, analyses: content.analyses,
      empty: content.emptyExperiments, diagnostics: content.diagnostics)
    var key = ContentDigest()
    for analysis in content.analyses { key.add(self.key(of: analysis)) }
    key.add(content.diagnostics.map(\.description).joined(separator: "\n"))
    key.add(content.emptyExperiments.map(\.text).joined(separator: "\n"))
    return page(at: SiteMap.index, kind: .index, key: key.hex) { report.page }
  }

  /// A digest of all that the pages of an experiment depend on: a run's place among the others is on every page.
  func key(of analysis: ExperimentAnalysis) -> String {
    var digest = ContentDigest()
    digest.add(settings)
    for run in analysis.runs { RunDigest.add(run, to: &digest, files: fileSystem) }
    return digest.hex
  }

  /// The pages of an experiment, and the rows of its leaderboard if that has several.
  func experiment(_ analysis: ExperimentAnalysis, key: String) -> [SiteFile] {
    guard let route = content.map.experiment(analysis.id) else { return [] }
    let report = ExperimentReport(analysis)
    let first = page(at: route, kind: .experiment, key: key) { report.page }
    guard report.pages.count > 1 else { return [first] }
    let later = (2...report.pages.count).compactMap { number in
      content.map.leaderboard(analysis.id, page: number).map { route in
        page(at: route, kind: .experiment, key: key) { report.page(number) }
      }
    }
    let links = content.map.links(from: route, files: [])
    let rows = file(at: route.sibling(PageFiles.leaderboardRows), key: key) {
      report.wholeLeaderboard.map { LeaderboardScript(links: links).bytes(of: $0) } ?? []
    }
    return [first] + later + [rows]
  }

  /// The page of a run, its comparison with the baseline, and the files beside both.
  func run(_ run: EvaluatedRun, in analysis: ExperimentAnalysis, key: String) -> [SiteFile] {
    guard let route = content.map.run(run.run.id) else { return [] }
    let examples = content.configuration.examples
    let parts = PredictionParts(run, in: analysis)
    let tables = PageTables.files(
      of: run, parts: parts, examples: examples, costs: analysis.configuration.costs)
    var files = tables.map { file(at: route.sibling($0.name), key: key, making: $0.bytes) }
    files.append(
      page(at: route, kind: .run, key: key, beside: Set(tables.map(\.name))) {
        RunReport(run, in: analysis, examples: examples, hasFiles: true, parts: parts).page
      })
    return files + comparison(of: run, in: analysis, key: key)
  }

  /// The page of a run beside its baseline, if it has one, and the files beside that page.
  private func comparison(of run: EvaluatedRun, in analysis: ExperimentAnalysis, key: String) -> [SiteFile] {
    guard let route = content.map.comparison(run.run.id), let baseline = analysis.baseline(for: run.run.id)
    else { return [] }
    let examples = content.configuration.examples
    let comparisons = comparisons
    let report: @Sendable () -> ComparisonReport = {
      comparisons.report(of: run.run.id) {
        ComparisonReport(
          [baseline, run], configuration: analysis.configuration, examples: examples, hasFiles: true)
      }
    }
    let tables = ComparisonFiles.files(
      baseline: baseline, candidate: run, examples: examples, report: report)
    return tables.map { file(at: route.sibling($0.name), key: key, making: $0.bytes) }
      + [page(at: route, kind: .comparison, key: key, beside: Set(tables.map(\.name))) { report().page }]
  }

  /// A file beside a page, which depends on what the page depends on, but for templates and styles.
  private func file(
    at route: Route, key: String, making bytes: @escaping @Sendable () -> [UInt8]
  ) -> SiteFile {
    var digest = ContentDigest()
    digest.add(AssayVersion.current)
    digest.add(route.path)
    digest.add(key)
    return SiteFile(route: route, key: digest.hex) { () throws(SiteError) in bytes() }
  }

  private func page(
    at route: Route, kind: ReportPage.Kind, key: String, beside files: Set<String> = [],
    making report: @escaping @Sendable () -> ReportPage
  ) -> SiteFile {
    var digest = ContentDigest()
    digest.add(press.digest(of: kind))
    digest.add(route.path)
    digest.add(key)
    let content = content
    let press = press
    return SiteFile(route: route, key: digest.hex) { () throws(SiteError) in
      let shown = RunContent(
        artifact: { run, id in
          content.artifacts.content(run: run, id: id) { artifact in
            content.images.link(ExampleImage(run: run, path: artifact.id.text), from: route)
          }
        },
        picture: { content.images.picture($0, from: route) })
      return try press.sitePage(
        report(), at: route, title: content.title, links: content.map.links(from: route, files: files),
        content: shown)
    }
  }
}
