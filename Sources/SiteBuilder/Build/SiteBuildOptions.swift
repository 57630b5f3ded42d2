/// Where a site goes and what it is made with.
public struct SiteBuildOptions: Hashable, Sendable {
  /// The folder of the site.
  public var out: String
  /// A folder of templates that override Assay's own, file by file.
  public var templates: String?
  /// A folder of style sheets and scripts that override Assay's own, file by file.
  public var resources: String?
  /// Whether every page is made anew, whatever an earlier build left.
  public var isClean: Bool
  /// How many runs are evaluated and pages made at the same time.
  public var parallelism: Int

  /// Options; `out` is required.
  public init(
    out: String, templates: String? = nil, resources: String? = nil, isClean: Bool = false,
    parallelism: Int = 2
  ) {
    self.out = out
    self.templates = templates
    self.resources = resources
    self.isClean = isClean
    self.parallelism = parallelism
  }
}
