public import Diagnostics

/// What a build did.
public struct SiteBuildResult: Sendable {
  /// Experiments that have a page.
  public var experimentCount = 0
  /// Runs that have a page.
  public var runCount = 0
  /// Files that were written because they are new or changed.
  public var filesWritten = 0
  /// Files that were left as they are.
  public var filesUnchanged = 0
  /// Files of an earlier build that are gone.
  public var filesRemoved = 0
  /// Whether every file could be made and written, and every link of the site leads somewhere.
  ///
  /// Bad input leaves a site complete: it says what it could not read.
  public var isComplete = true
  /// What was wrong with the input, in order of place.
  public var diagnostics: [Diagnostic] = []
  /// Where the time went, in seconds, in order: name of the step and its duration.
  public var timings: [(step: String, seconds: Double)] = []
}
