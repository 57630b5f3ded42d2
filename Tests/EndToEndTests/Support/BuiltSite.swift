import TestSupport

/// A site that `assay` built in a folder that is gone by now.
struct BuiltSite {
  /// What the command left behind.
  let result: Command.Result
  /// The site.
  let contents: FolderContents
  /// What lay around the site before and after.
  let surroundings: (before: FolderContents, after: FolderContents)

  /// Builds `registry`, which lies in `folder`.
  init(_ registry: String, options: [String], in folder: TemporaryDirectory) throws {
    let before = try FolderContents(folder.path, without: Self.leftOut)
    result = try Command.run(
      Command.assayPath, ["build", registry, "--out", folder.path + "/site"] + options, folder: folder.path,
      timeout: 300)
    contents = try FolderContents(folder.path + "/site")
    surroundings = (before, try FolderContents(folder.path, without: Self.leftOut))
  }

  /// The site itself, and the folder that nobody may read.
  private static let leftOut: Set<String> = ["site", "unreadable-folder"]

  /// The example, built once for all tests that only look at it.
  static let example = Result {
    let example = ExampleFolder.original
    return try BuiltSite(
      example.registry, options: ["--config", example.configuration], in: TemporaryDirectory())
  }

  /// The registry in which nearly everything is broken, and its site, built once.
  static let hostile = Result {
    let folder = try TemporaryDirectory()
    let registry = try HostileRegistry.write(into: folder.path)
    defer { registry.allowRemoval() }
    return (registry: registry, site: try BuiltSite(registry.path, options: [], in: folder))
  }
}
