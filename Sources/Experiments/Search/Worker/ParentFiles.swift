public import Jobs

/// Where a program finds what the program of its job's parent left.
///
/// The parent may have run on another machine, so its files come from where its run is stored.
public protocol ParentFiles: Sendable {
  /// Puts what the parent left in its `ASSAY_RUN_DIR`, with its `results.json`, into a folder.
  ///
  /// - Parameters:
  ///   - parent: The parent, which has ended.
  ///   - folder: A folder that is there and empty.
  /// - Throws: ``ParentFilesError`` if anything of it is missing: half a parent is worse than none.
  func put(_ parent: Job, into folder: String) async throws(ParentFilesError)
}
