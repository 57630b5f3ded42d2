package import Diagnostics
package import Markup
package import RunModel

/// The content of a run's artifact, made safe for the page; an empty fragment where the run has no such artifact.
///
/// The fragment bears no ids, since an artifact may stand on a page more than once: a drawing in it is named by `aria-label`.
/// Nor does it repeat the artifact's name, which stands above it as its caption.
package typealias ArtifactContent = @Sendable (_ run: RunID, _ id: ExactString) -> HTMLFragment
