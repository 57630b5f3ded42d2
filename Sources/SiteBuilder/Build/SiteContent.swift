import Diagnostics
import Evaluation
import ReportModel
import RunModel

/// Everything that a site says, before it is written: experiments put in order, images taken up, problems collected.
struct SiteContent: Sendable {
  /// The site's name.
  let title: String
  /// What the source calls itself.
  let sourceName: String
  /// What the user said.
  let configuration: ReportConfiguration
  /// Every experiment, sorted by id.
  let analyses: [ExperimentAnalysis]
  /// Experiments without a readable run.
  let emptyExperiments: [ExactString]
  /// Every run, with the problems of its images.
  let runs: [EvaluatedRun]
  /// Where pages lie.
  let map: SiteMap
  /// The artifacts.
  let artifacts: ArtifactShelf
  /// The published images.
  let images: ImageShelf
  /// All problems of the input, in order of place; those without a place first.
  let diagnostics: [Diagnostic]

  init(
    collection: RunCollection, runs evaluated: [EvaluatedRun], title: String,
    configuration: ReportConfiguration,
    files: FileSystem
  ) {
    self.title = title
    self.configuration = configuration
    sourceName = collection.sourceName
    emptyExperiments = collection.emptyExperiments
    var runs = evaluated
    let artifacts = ArtifactShelf(runs, files: files)
    var images = ImageShelf()
    let ids = Set(runs.map(\.run.id.experiment)).union(collection.emptyExperiments).sorted()
    let folders = SiteMap(experiments: ids, runs: runs.map(\.run.id), comparisons: [])
    let named = ShownImages(runs, configuration: configuration)
    for position in runs.indices {
      guard let folder = folders.run(runs[position].run.id) else { continue }
      images.add(
        runs[position], examples: named[runs[position].run.id], below: folder, artifacts: artifacts,
        files: files)
      runs[position].diagnostics += images.diagnostics[runs[position].run.id] ?? []
    }
    var analyses: [ExperimentAnalysis] = []
    for (id, members) in Dictionary(grouping: runs, by: \.run.id.experiment).sorted(by: { $0.key < $1.key }) {
      analyses.append(ExperimentAnalysis(id: id, runs: members, configuration: configuration.experiment(id)))
    }
    let compared = analyses.flatMap { analysis in
      analysis.runs.map(\.run.id).filter { analysis.baseline(for: $0) != nil }
    }
    map = SiteMap(
      experiments: ids, runs: runs.map(\.run.id), comparisons: Set(compared),
      leaderboardPages: analyses.reduce(into: [:]) { pages, analysis in
        pages.merge(LeaderboardPages(analysis).laterPages(of: analysis)) { first, _ in first }
      })
    self.runs = runs
    self.analyses = analyses
    self.artifacts = artifacts
    self.images = images
    let own = Set(runs.flatMap(\.diagnostics))
    let problems =
      collection.diagnostics.filter { !own.contains($0) } + runs.flatMap(\.diagnostics)
      + analyses.flatMap(\.diagnostics)
    diagnostics = problems.enumerated().sorted { left, right in
      switch (left.element.place, right.element.place) {
      case (let first?, let second?) where first != second: first < second
      case (nil, _?): true
      case (_?, nil): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}
