import Diagnostics

/// Brings an output folder up to date: writes what changed, leaves what did not, removes what is no more.
///
/// Before anything changes, the manifest is replaced by one that lists the old and the new files without the keys
/// of those about to change. A build that is interrupted therefore never leaves a file that the next one would
/// take for finished, or not know.
package struct SiteWriter: Sendable {
  let folder: OutputFolder
  private let isClean: Bool
  let parallelism: Int

  /// A writer into `folder` that makes at most `parallelism` files at the same time.
  ///
  /// If `isClean`, it makes every file anew, whatever the manifest says.
  package init(_ folder: OutputFolder, isClean: Bool = false, parallelism: Int = 1) {
    self.folder = folder
    self.isClean = isClean
    self.parallelism = max(1, parallelism)
  }

  /// Writes `files`; a file that cannot be made or written is reported and does not keep others from being written.
  ///
  /// - Precondition: no route occurs twice.
  package func write(_ files: [SiteFile]) async -> SiteWriteReport {
    var report = SiteWriteReport()
    let files = files.sorted { $0.route < $1.route }
    precondition(zip(files, files.dropFirst()).allSatisfy { $0.route != $1.route }, "a route occurs twice")
    let old = previousManifest(&report)
    let isCurrent = files.map { file in
      !isClean && old.keys[file.route] == .some(.some(file.key)) && folder.holds(file.route)
    }
    var manifest = old
    for key in manifest.keys.keys { manifest.keys[key] = .some(nil) }
    for (file, isCurrent) in zip(files, isCurrent) {
      manifest.keys[file.route] = .some(isCurrent ? file.key : nil)
    }
    guard save(manifest, unless: old, &report) else { return report }
    let started = manifest
    let stale = Set(old.keys.keys).subtracting(files.map(\.route)).sorted()
    for route in remove(stale, &report) { manifest.keys[route] = nil }
    let outcomes = await makeAll(files, isCurrent: isCurrent)
    for (file, outcome) in zip(files, outcomes) {
      manifest.keys[file.route] = .some(file.key)
      switch outcome {
      case .skipped: report.skipped.append(file.route)
      case .unchanged: report.unchanged.append(file.route)
      case .written: report.written.append(file.route)
      case .failed(let diagnostics):
        manifest.keys[file.route] = .some(nil)
        report.diagnostics += diagnostics
      }
    }
    _ = save(manifest, unless: started, &report)
    return report
  }

  private func previousManifest(_ report: inout SiteWriteReport) -> BuildManifest {
    guard let bytes = folder.bytes(of: Route(OutputFolder.markerName)) else { return BuildManifest() }
    let manifest = BuildManifest(parsing: bytes)
    if !manifest.isWhole {
      report.diagnostics.append(
        Diagnostic(
          .warning, .init("site.manifest-damaged"), at: SourcePlace(path: OutputFolder.markerName),
          found: "lines that are no record of a build",
          consequence: "Files that only they named are left where they are."))
    }
    return manifest
  }

  private func save(
    _ manifest: BuildManifest, unless saved: BuildManifest, _ report: inout SiteWriteReport
  ) -> Bool {
    let route = Route(OutputFolder.markerName)
    if manifest.keys == saved.keys, saved.isWhole, folder.holds(route) { return true }
    do throws(FileSystemError) {
      try folder.write(manifest.bytes, to: route)
      return true
    } catch {
      report.diagnostics.append(Self.problem(route, error))
      return false
    }
  }

  /// Removes the files of the previous build that this one does not have; returns those that are gone.
  private func remove(_ routes: [Route], _ report: inout SiteWriteReport) -> [Route] {
    var gone: [Route] = []
    for route in routes {
      do throws(FileSystemError) {
        if try folder.remove(route) { report.removed.append(route) }
        gone.append(route)
      } catch {
        report.diagnostics.append(Self.problem(route, error))
      }
    }
    return gone
  }
}
