/// What publishing a site did, or would do.
public struct PublishedSite: Hashable, Sendable {
  /// The files that were copied because they are new or changed, sorted by path.
  public var copied: [String]
  /// The files that were deleted because the site no longer has them, sorted by path.
  public var deleted: [String]
  /// The bytes of the files that were copied.
  public var bytes: Int
  /// Whether nothing was done and this is what would be.
  public var isDryRun: Bool
}
