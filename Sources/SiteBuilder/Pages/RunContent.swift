package import Diagnostics
package import Markup
package import ReportModel
package import RunModel

/// What runs bring along in files of their own, made safe for the page that is being written.
package struct RunContent: Sendable {
  /// The content of a run's artifact, without ids; an empty fragment where the run has no such artifact.
  package var artifact: @Sendable (_ run: RunID, _ id: ExactString) -> HTMLFragment
  /// The picture of an example; nothing for a path that leads to no picture.
  package var picture: @Sendable (ExampleImage) -> ExamplePicture?

  /// Content; without `picture`, examples show the paths of their images.
  package init(
    artifact: @escaping @Sendable (_ run: RunID, _ id: ExactString) -> HTMLFragment,
    picture: @escaping @Sendable (ExampleImage) -> ExamplePicture? = { _ in nil }
  ) {
    self.artifact = artifact
    self.picture = picture
  }
}
