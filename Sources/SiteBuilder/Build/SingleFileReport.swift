public import Diagnostics
import Markup
public import ReportModel
public import RunModel

/// Pages that stand alone: one run, or runs beside each other, in one file that loads nothing.
public struct SingleFileReport: Sendable {
  private let press: PagePress
  private let files: FileSystem
  private let configuration: ReportConfiguration

  /// A maker of single files.
  ///
  /// - Throws: ``SiteBuildError`` when the user's templates or resources have mistakes.
  public init(
    configuration: ReportConfiguration = ReportConfiguration(), templates: String? = nil,
    resources: String? = nil,
    fileSystem: FileSystem = .disk
  ) throws(SiteBuildError) {
    do throws(SiteError) {
      press = try PagePress(templates: templates, resources: resources, files: fileSystem)
    } catch {
      throw SiteBuildError(error.diagnostics)
    }
    files = fileSystem
    self.configuration = configuration
  }

  /// A page that was made, and what was wrong with its input.
  public struct Document: Sendable {
    /// The file in UTF-8.
    public var bytes: [UInt8]
    /// What was wrong.
    public var diagnostics: [Diagnostic]
  }

  /// The page of a run; `root` is the folder that paths in diagnostics are relative to.
  public func run(_ run: Run, diagnostics: [Diagnostic] = [], root: String) -> Document {
    page(of: evaluated(run, diagnostics, root: root))
  }

  /// The page of a run that is evaluated already.
  package func page(of entry: EvaluatedRun) -> Document {
    let run = entry.run
    let analysis = ExperimentAnalysis(
      id: run.id.experiment, runs: [entry], configuration: configuration.experiment(run.id.experiment))
    let report = RunReport(entry, in: analysis, examples: configuration.examples, hasFiles: false)
    return document(report.page, of: [entry])
  }

  /// The page that compares runs with the first of them.
  ///
  /// - Precondition: There are 2 to ``comparisonLimit`` runs.
  public func comparison(_ runs: [(run: Run, diagnostics: [Diagnostic])], root: String) -> Document {
    comparison(of: runs.map { evaluated($0.run, $0.diagnostics, root: root) })
  }

  /// The page that compares runs, which are evaluated already, with the first of them.
  ///
  /// What the configuration says of examples must be the strictest of what goes for any of the runs.
  ///
  /// - Precondition: There are 2 to ``comparisonLimit`` runs.
  package func comparison(of entries: [EvaluatedRun]) -> Document {
    let first = configuration.experiment(entries[0].run.id.experiment)
    let report = ComparisonReport(entries, configuration: first, examples: configuration.examples)
    var document = document(report.page, of: entries)
    document.diagnostics += report.paired.diagnostics(of: entries)
    return document
  }

  /// The most runs that one comparison holds.
  public static let comparisonLimit = ComparisonReport.runLimit

  private func evaluated(_ run: Run, _ diagnostics: [Diagnostic], root: String) -> EvaluatedRun {
    RunEvaluator(files: files, root: root)
      .evaluate(run, configuration: configuration.experiment(run.id.experiment), diagnostics: diagnostics)
  }

  private func document(_ page: ReportPage, of entries: [EvaluatedRun]) -> Document {
    let artifacts = ArtifactShelf(entries, files: files)
    let folders = Dictionary(entries.map { ($0.run.id, $0.run) }, uniquingKeysWith: { first, _ in first })
    let files = files
    let content = RunContent(
      artifact: { run, id in artifacts.content(run: run, id: id) { _ in nil } },
      picture: { image in folders[image.run].flatMap { ImageShelf.inline(image.path, run: $0, files: files) }
      })
    let bytes = press.singleFile(page, title: configuration.title ?? "Assay", content: content)
    return Document(bytes: bytes, diagnostics: entries.flatMap(\.diagnostics) + press.warnings)
  }
}
