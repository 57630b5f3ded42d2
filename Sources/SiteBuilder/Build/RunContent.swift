/// What pages show of the runs' own files, made safe.
struct RunContent: Sendable {
  /// The content of an artifact.
  var artifact: ArtifactContent
  /// The picture of an example.
  var picture: PictureContent
}
