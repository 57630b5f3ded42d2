package import RunModel

/// The image of an example as its row names it; whether it may be shown is decided when the page is written.
package struct ExampleImage: Hashable, Sendable {
  /// The run whose folder the path must stay in.
  package var run: RunID
  /// The path or artifact id; never trusted.
  package var path: String

  /// An image of an example of `run`.
  package init(run: RunID, path: String) {
    self.run = run
    self.path = path
  }
}
