import Diagnostics
package import Markup
package import RunModel
import ScalarFormats

/// All that a run holds as JSON, but for the bytes of its artifacts.
///
/// ```json
/// {"experiment": "digits", "variant": "main", "run": "a", "timestamp": "2026-03-02T09:10:07Z", "status": "completed",
///  "params": {"lr": 0.1}, "metrics": {"loss": 0.25}, "histories": {"loss": [{"step": 1, "value": 0.5}]}, …}
/// ```
/// Values have the type that their source gave them; numbers that are not finite are strings. Keys of tables are in the
/// order of their bytes. What a run does not have is `null`, an empty list or an empty object.
package struct RunDocument: JSONWritable {
  private let run: Run

  /// The document of `run`.
  package init(_ run: Run) {
    self.run = run
  }

  /// The document with its `schema_version`, over several lines.
  package func json() -> String {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.member("schema_version", 1)
      writeMembers(to: &json)
    }
    return json.string
  }

  package func write(to json: inout JSONWriter) {
    json.object { writeMembers(to: &$0) }
  }

  private func writeMembers(to json: inout JSONWriter) {
    json.member("experiment", run.id.experiment.text)
    json.member("variant", run.id.variant.text)
    json.member("run", run.id.run.text)
    json.member("timestamp", run.timestamp?.iso)
    json.member("status", run.status.rawValue)
    json.member("duration", run.duration)
    json.member("parent", run.parent)
    json.member("error", run.error)
    json.member("notes", run.notes)
    json.member("params") { Self.write(run.params.mapValues(\.typedJSON), to: &$0) }
    json.member("metrics") { Self.write(run.metrics.mapValues(\.typedJSON), to: &$0) }
    json.member("histories") { Self.write(run.histories.mapValues { $0.map { PointDocument($0) } }, to: &$0) }
    json.member("confusions") { Self.write(run.confusions.mapValues { ConfusionDocument($0) }, to: &$0) }
    json.member("dicts") { json in
      json.object { json in
        for (name, values) in run.dicts.sorted(by: { $0.key < $1.key }) {
          json.member(name.text) { Self.write(values.mapValues(\.typedJSON), to: &$0) }
        }
      }
    }
    json.member("features", run.features)
    json.member("tags") { Self.write(run.tags, to: &$0) }
    json.member("provenance") { Self.write(run.provenance, to: &$0) }
    json.member("artifacts", run.artifacts.map { ArtifactDocument($0) })
  }

  private static func write(_ values: [ExactString: some JSONWritable], to json: inout JSONWriter) {
    json.object { json in
      for (name, value) in values.sorted(by: { $0.key < $1.key }) { json.member(name.text, value) }
    }
  }
}

/// A point of a metric's history as JSON.
private struct PointDocument: JSONWritable {
  let point: MetricPoint

  init(_ point: MetricPoint) { self.point = point }

  func write(to json: inout JSONWriter) {
    json.object { json in
      if let step = point.step { json.member("step", step) }
      if let timestamp = point.timestamp { json.member("timestamp", timestamp.iso) }
      json.member("value", point.value)
    }
  }
}

/// A logged confusion matrix as JSON.
private struct ConfusionDocument: JSONWritable {
  let matrix: LoggedConfusion

  init(_ matrix: LoggedConfusion) { self.matrix = matrix }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("labels", matrix.labels)
      json.member("counts", matrix.counts)
    }
  }
}

/// What is said about an artifact, as JSON.
private struct ArtifactDocument: JSONWritable {
  let artifact: Artifact

  init(_ artifact: Artifact) { self.artifact = artifact }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", artifact.id.text)
      json.member("filename", artifact.filename)
      json.member("artifact_type", artifact.kind.rawValue)
      json.member("media_type", artifact.mediaType)
      json.member("is_missing", artifact.content == .missing)
    }
  }
}
