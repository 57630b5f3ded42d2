import Diagnostics
import Evaluation
import ReportModel
import RunModel

/// What a run's pages depend on, as text for a digest: every field, in an order of its own.
///
/// Files stand in by their content, not by their times: a copy of a registry gives the same digests.
enum RunDigest {
  static func add(_ entry: EvaluatedRun, to digest: inout ContentDigest, files: FileSystem) {
    let run = entry.run
    digest.add(run.id.experiment.text)
    digest.add(run.id.variant.text)
    digest.add(run.id.run.text)
    digest.add(
      "\(run.timestamp?.microseconds ?? .min) \(run.status.rawValue) \(run.duration.map { "\($0)" } ?? "")")
    for text in [run.notes, run.error, run.parent] { digest.add(text ?? "\u{0}") }
    add(run.params.mapValues { [$0.kind.rawValue, $0.text] }, to: &digest)
    add(run.metrics.mapValues { [$0.kind.rawValue, $0.text] }, to: &digest)
    add(run.tags.mapValues { [$0] }, to: &digest)
    add(run.provenance.mapValues { [$0] }, to: &digest)
    add(run.histories.mapValues { $0.map { "\($0.step ?? .min) \($0.value)" } }, to: &digest)
    add(run.confusions.mapValues { $0.labels + $0.counts.map { "\($0)" } }, to: &digest)
    for (name, dict) in run.dicts.sorted(by: { $0.key < $1.key }) {
      digest.add(name.text)
      add(dict.mapValues { [$0.kind.rawValue, $0.text] }, to: &digest)
    }
    digest.add("features \(run.features.count)")
    for feature in run.features { digest.add(feature) }
    for artifact in run.artifacts { add(artifact, to: &digest, files: files) }
    digest.add(entry.evaluated?.testSet ?? "")
    for diagnostic in entry.diagnostics { digest.add(diagnostic.description) }
  }

  /// What the user said, as text.
  static func text(of configuration: ReportConfiguration) -> String {
    var lines = ["\(configuration.title ?? "\u{0}") \(configuration.examples.rawValue)"]
    for (id, experiment) in configuration.experiments.sorted(by: { $0.key < $1.key }) {
      lines.append(id.text)
      for text in [
        experiment.primaryMetric, experiment.baseline, experiment.predictions, experiment.positive,
      ] {
        lines.append(text?.text ?? "\u{0}")
      }
      lines.append(experiment.direction?.rawValue ?? "\u{0}")
      for (role, name) in experiment.columns.sorted(by: { $0.key < $1.key }) {
        lines += [role.text, name.text]
      }
      lines.append("slices \(experiment.slices.count)")
      lines += experiment.slices.map(\.source)
      lines.append(experiment.costs.map { "\($0.falsePositive) \($0.falseNegative)" } ?? "\u{0}")
    }
    return lines.joined(separator: "\u{1}")
  }

  private static func add(_ table: [ExactString: [String]], to digest: inout ContentDigest) {
    digest.add("table \(table.count)")
    for (key, values) in table.sorted(by: { $0.key < $1.key }) {
      digest.add(key.text)
      digest.add("\(values.count)")
      for value in values { digest.add(value) }
    }
  }

  private static func add(_ artifact: Artifact, to digest: inout ContentDigest, files: FileSystem) {
    digest.add(artifact.id.text)
    digest.add(artifact.filename)
    digest.add(artifact.kind.rawValue)
    switch artifact.content {
    case .bytes(let bytes): digest.add(bytes)
    case .file(let path):
      digest.add(contentDigest(of: path, files) ?? "unreadable")
    case .missing: digest.add("missing")
    }
  }

  /// The digest of a file's bytes, read piece by piece; nil if it cannot be read.
  private static func contentDigest(of path: String, _ files: FileSystem) -> String? {
    var content = ContentDigest()
    do throws(FileSystemError) {
      let file = try files.open(path)
      for offset in stride(from: 0, to: file.size, by: pieceSize) {
        content.add(try file.bytes(at: offset, count: min(pieceSize, file.size - offset)))
      }
      return content.hex
    } catch {
      return nil
    }
  }

  private static let pieceSize = 1 << 20
}
