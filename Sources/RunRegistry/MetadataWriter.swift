import Diagnostics
import Markup
import RunModel
import ScalarFormats

/// Writes `erm_metadata.json`: the keys of experiment-results-manager in its order, then those of the source that
/// Assay does not know, then `assay` with what that program has no place for.
struct MetadataWriter {
  /// The run.
  let run: Run
  /// When it was started; the format requires it.
  let timestamp: UTCTimestamp
  /// Whether the notes are those of an artifact and need not be written once more.
  let notesAreArtifact: Bool

  /// The file, as Python's `json.dumps` lays it out: one line of ASCII.
  func bytes() -> [UInt8] {
    var json = JSONWriter(style: .python)
    json.object { json in
      json.member("timestamp_utc", timestamp.isoWithoutZone)
      json.member("experiment_id", run.id.experiment.text)
      json.member("variant_id", run.id.variant.text)
      json.member("run_id", run.id.run.text)
      json.member("params") { Self.write(run.params, to: &$0) { $0.plainJSON } }
      json.member("metrics") { Self.write(run.metrics, to: &$0) { $0.plainJSON } }
      json.member("dicts") { json in
        json.object { json in
          for (name, values) in Self.ordered(run.dicts) {
            json.member(name.text) { Self.write(values, to: &$0) { $0.plainJSON } }
          }
        }
      }
      json.member("artifacts") { writeArtifacts(to: &$0) }
      for (name, text) in Self.ordered(run.unknownFields) {
        if let value = JSONCopy(text: text) { json.member(name.text, value) }
      }
      json.member(AssayFields.key) { writeOwnFields(to: &$0) }
    }
    return json.bytes
  }

  private func writeArtifacts(to json: inout JSONWriter) {
    json.object { json in
      for artifact in run.artifacts {
        json.member(artifact.id.text) { json in
          json.object { json in
            json.member("id", artifact.id.text)
            json.member("filename", artifact.filename)
            json.member("artifact_type", artifact.kind.rawValue)
            if let mediaType = artifact.mediaType { json.member("media_type", mediaType) }
          }
        }
      }
    }
  }

  private func writeOwnFields(to json: inout JSONWriter) {
    json.object { json in
      json.member("schema_version", AssayFields.schemaVersion)
      json.member("status", run.status.rawValue)
      if let duration = run.duration { json.member("duration", duration) }
      if let parent = run.parent { json.member("parent", parent) }
      if let error = run.error { json.member("error", error) }
      if let notes = run.notes, !notesAreArtifact { json.member("notes", notes) }
      if !run.features.isEmpty { json.member("features", run.features) }
      if !run.tags.isEmpty { json.member("tags") { Self.write(run.tags, to: &$0) } }
      if !run.provenance.isEmpty { json.member("provenance") { Self.write(run.provenance, to: &$0) } }
      if !run.params.isEmpty { json.member("params") { Self.write(run.params, to: &$0) { $0.typedJSON } } }
      if !run.metrics.isEmpty { json.member("metrics") { Self.write(run.metrics, to: &$0) { $0.typedJSON } } }
      if !run.dicts.isEmpty {
        json.member("dicts") { json in
          json.object { json in
            for (name, values) in Self.ordered(run.dicts) {
              json.member(name.text) { Self.write(values, to: &$0) { $0.typedJSON } }
            }
          }
        }
      }
      if !run.histories.isEmpty { json.member("histories") { writeHistories(to: &$0) } }
      if !run.confusions.isEmpty { json.member("confusions") { writeConfusions(to: &$0) } }
    }
  }

  private func writeConfusions(to json: inout JSONWriter) {
    json.object { json in
      for (name, matrix) in Self.ordered(run.confusions) {
        json.member(name.text) { json in
          json.object { json in
            json.member("labels", matrix.labels)
            json.member("counts", matrix.counts)
          }
        }
      }
    }
  }

  private func writeHistories(to json: inout JSONWriter) {
    json.object { json in
      for (name, points) in Self.ordered(run.histories) {
        json.member(name.text) { json in
          json.array { json in
            for point in points {
              json.object { json in
                if let step = point.step { json.member("step", step) }
                if let timestamp = point.timestamp { json.member("timestamp", timestamp.iso) }
                json.member("value", point.value)
              }
            }
          }
        }
      }
    }
  }

  private static func write(
    _ values: [ExactString: Scalar], to json: inout JSONWriter, as text: (Scalar) -> ScalarJSON
  ) {
    json.object { json in
      for (name, value) in ordered(values) { json.member(name.text, text(value)) }
    }
  }

  private static func write(_ values: [ExactString: String], to json: inout JSONWriter) {
    json.object { json in
      for (name, value) in ordered(values) { json.member(name.text, value) }
    }
  }

  private static func ordered<Value>(
    _ values: [ExactString: Value]
  ) -> [(key: ExactString, value: Value)] {
    values.sorted { NaturalOrder.precedes($0.key.text, $1.key.text) }
  }
}
