public import Diagnostics
import Markup
public import ReportModel
public import RunModel

/// Makes a site of everything that a source holds.
///
/// ```swift
/// let build = SiteBuild(
///   source: Registry(path: "registry"), configuration: ReportConfiguration(title: "Digits"),
///   options: SiteBuildOptions(out: "public"))
/// let result = try await build.run()
/// ```
public struct SiteBuild: Sendable {
  private let source: any RunSource
  private let root: String
  private let configuration: ReportConfiguration
  private let options: SiteBuildOptions
  private let files: FileSystem

  /// A build of `source`, whose files lie below `root`.
  ///
  /// Paths in diagnostics are relative to `root`.
  public init(
    source: any RunSource, root: String, configuration: ReportConfiguration, options: SiteBuildOptions,
    fileSystem: FileSystem = .disk
  ) {
    self.source = source
    self.root = root
    self.configuration = configuration
    self.options = options
    files = fileSystem
  }

  /// Reads, evaluates, writes.
  ///
  /// A build that has nothing to read or may not write ends before anything is evaluated or made.
  ///
  /// - Throws: ``SiteBuildError`` when nothing can be read or nothing may be written.
  public func run(
    progress: @Sendable (BuildProgress) -> Void = { _ in }
  ) async throws(SiteBuildError) -> SiteBuildResult {
    var result = SiteBuildResult()
    var watch = Stopwatch()
    let collection: RunCollection
    do throws(SourceError) {
      collection = try source.load()
    } catch {
      throw SiteBuildError([error.diagnostic])
    }
    let press: PagePress
    let folder: OutputFolder
    do throws(SiteError) {
      press = try PagePress(templates: options.templates, resources: options.resources, files: files)
      folder = try OutputFolder(preparing: options.out, files: files)
    } catch {
      throw SiteBuildError(error.diagnostics)
    }
    result.timings.append(("read runs", watch.lap()))
    let runs = await evaluated(collection, progress: progress)
    result.timings.append(("evaluate predictions", watch.lap()))
    let content = SiteContent(
      collection: collection, runs: runs, title: configuration.title ?? FilePath.name(of: root),
      configuration: configuration, files: files)
    let pages = SitePages(content: content, press: press, files: files)
    result.timings.append(("lay out the site", watch.lap()))
    progress(BuildProgress(step: "Writing pages", done: 0, total: pages.files.count))
    let report = await SiteWriter(folder, isClean: options.isClean, parallelism: options.parallelism)
      .write(pages.files)
    result.timings.append(("write pages", watch.lap()))
    let links = LinkProof.check(report.files, in: folder)
    result.timings.append(("check links", watch.lap()))
    result.experimentCount = content.analyses.count
    result.runCount = runs.count
    result.filesWritten = report.written.count
    result.filesUnchanged = report.unchanged.count + report.skipped.count
    result.filesRemoved = report.removed.count
    result.isComplete = !(report.diagnostics + links).contains { $0.severity == .error }
    result.diagnostics = press.warnings + content.diagnostics + report.diagnostics + links
    return result
  }

  /// Every run with what its predictions say, in the order of the collection.
  private func evaluated(
    _ collection: RunCollection, progress: @Sendable (BuildProgress) -> Void
  ) async -> [EvaluatedRun] {
    let evaluator = RunEvaluator(files: files, root: root)
    let runs = collection.runs
    return await withTaskGroup(of: (Int, EvaluatedRun).self) { group in
      var next = 0
      func start() {
        guard next < runs.count else { return }
        let position = next
        next += 1
        group.addTask {
          let run = runs[position]
          let settings = configuration.experiment(run.id.experiment)
          return (position, evaluator.evaluate(run, configuration: settings))
        }
      }
      for _ in 0..<max(1, options.parallelism) { start() }
      var results = [EvaluatedRun?](repeating: nil, count: runs.count)
      var done = 0
      for await (position, run) in group {
        results[position] = run
        done += 1
        progress(BuildProgress(step: "Evaluating runs", done: done, total: runs.count))
        start()
      }
      return results.compactMap { $0 }
    }
  }
}
