import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// One run of Sacred, from its folder.
struct SacredRun {
  /// The record of the run.
  static let record = "run.json"
  /// What was set.
  static let configuration = "config.json"
  /// What was measured.
  static let metrics = "metrics.json"
  /// What the program printed.
  static let output = "cout.txt"
  private static let info = "info.json"

  /// The run's folder.
  let folder: String

  /// Reads what there is; what is wrong becomes diagnostics.
  ///
  /// - Returns: The run, and whether its record could be read, without which its experiment is not known.
  func read(_ source: inout SourceFolder) -> (run: Run, hasRecord: Bool) {
    var run = source.run(in: folder, of: .sacred)
    let configuration = FilePath.join(folder, Self.configuration)
    if source.offers(configuration) { run.params = source.flatJSON(configuration) }
    let metrics = FilePath.join(folder, Self.metrics)
    if source.offers(metrics) { SacredMetrics.read(metrics, &source, into: &run) }
    let info = FilePath.join(folder, Self.info)
    if source.offers(info) {
      let values = source.flatJSON(info)
      if !values.isEmpty { run.dicts["info"] = values }
    }
    let read = [Self.record, Self.configuration, Self.metrics, Self.info].map { ExactString($0) }
    run.artifacts = source.artifacts(below: folder) { read.contains(ExactString($0)) }
    let hasRecord = readRecord(&run, &source)
    return (run, hasRecord)
  }

  /// Without a record that can be read, the run may still write it, or was killed meanwhile.
  private func readRecord(_ run: inout Run, _ source: inout SourceFolder) -> Bool {
    let file = FilePath.join(folder, Self.record)
    guard let document = source.json(file, limit: ImportLimit.documentBytes) else {
      run.status = .running
      return false
    }
    guard document.root.object != nil else {
      source.report(
        .warning, "unexpected-value", at: document.place(of: document.root), document.root.kindInWords,
        "an object that says what the run is", "The rest of the run is shown.")
      run.status = .running
      return false
    }
    let record = SacredRecord(document.root)
    record.write(to: &run)
    let present = Set(run.artifacts.map(\.id))
    for name in record.artifacts.prefix(ImportLimit.artifacts) where !present.contains(ExactString(name)) {
      source.report(
        .warning, "missing-artifact", at: file,
        "the artifact \(VisibleText.quoting(name)), which is not there",
        "a file beside the record", "It is shown as missing.")
      guard FilePath.isContained(name) else { continue }
      run.artifacts.append(Artifact(id: ExactString(name), filename: name, content: .missing))
    }
    run.artifacts.sort { $0.id < $1.id }
    return true
  }
}
