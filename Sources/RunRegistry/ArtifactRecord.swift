import Diagnostics
import RunModel

/// What a run's record says about an artifact.
struct ArtifactRecord {
  /// Its name within the run.
  var id: ExactString
  /// Its path below the artifact folder, if the record has one.
  var filename: String?
  /// What it is said to be.
  var kind: Artifact.Kind
  /// Its media type, if the record has one.
  var mediaType: String?
  /// Where the record says so.
  var place: SourcePlace

  /// The artifact with its content.
  func artifact(_ content: Artifact.Content) -> Artifact {
    Artifact(id: id, filename: filename ?? "", kind: kind, mediaType: mediaType, content: content)
  }
}
