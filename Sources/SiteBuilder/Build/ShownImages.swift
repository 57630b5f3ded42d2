import Diagnostics
import Evaluation
import ReportModel
import RunModel

/// The images of examples that pages name, by the run whose folder holds them: those of the errors and likely label
/// errors on a run's page, and of the examples that changed on the page of a comparison.
struct ShownImages {
  private var paths: [RunID: [String]] = [:]

  /// The images of all pages of a site; none where the configuration keeps the content of examples off pages.
  init(_ runs: [EvaluatedRun], configuration: ReportConfiguration) {
    guard configuration.examples == .full, runs.contains(where: Self.hasImages) else { return }
    for run in runs where Self.hasImages(run) {
      guard let evaluation = run.evaluated?.evaluation else { continue }
      add(evaluation.mostConfidentErrors(limit: RunReport.errorLimit).compactMap(\.image), of: run.run.id)
      add(
        evaluation.likelyLabelErrors(limit: RunReport.labelErrorLimit).rows.compactMap(\.image),
        of: run.run.id)
    }
    for (id, members) in Dictionary(grouping: runs, by: \.run.id.experiment).sorted(by: { $0.key < $1.key }) {
      let analysis = ExperimentAnalysis(id: id, runs: members, configuration: configuration.experiment(id))
      for run in analysis.runs {
        guard let baseline = analysis.baseline(for: run.run.id) else { continue }
        for image in ComparisonReport.images(baseline: baseline, candidate: run) {
          add([image.path], of: image.run)
        }
      }
    }
  }

  /// The paths that the run's rows name, each once.
  subscript(run: RunID) -> [String] {
    var seen: Set<ExactString> = []
    return paths[run, default: []].filter { seen.insert(ExactString($0)).inserted }
  }

  private mutating func add(_ images: [String], of run: RunID) { paths[run, default: []] += images }

  private static func hasImages(_ run: EvaluatedRun) -> Bool {
    run.evaluated?.evaluation.predictions.batches.contains { $0.images != nil } == true
  }
}
