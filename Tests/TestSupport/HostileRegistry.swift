import Foundation

/// A registry on disk in which nearly every run is broken in its own way, between two good ones.
///
/// ```
/// FOLDER/private.txt        a file that must never be published; it holds `HostileRegistry.secret`
/// FOLDER/registry/good/     two runs without fault
/// FOLDER/registry/hostile/  one run for each defect
/// ```
public struct HostileRegistry: Sendable {
  /// One thing that is wrong.
  public struct Defect: Sendable {
    /// What is wrong, in words.
    public let name: String
    /// The run's folder, below the registry.
    public let run: String
    /// How the place begins that a diagnostic names.
    ///
    /// A path below the registry, with line and column where they are certain. Absent where reading the run
    /// without complaint is right too.
    public let place: String?
  }

  /// What stands in the private file and nowhere else.
  public static let secret = "TOP-SECRET-5f3a9c"
  /// The runs that must appear whatever the others do, below the registry.
  public static let goodRuns = ["good/main/2026_01_05__08_00_00", "good/main/2026_01_06__08_00_00"]

  /// The absolute path of the registry.
  public let path: String
  /// What is wrong in it.
  public let defects: [Defect]

  /// Writes the registry into `folder`, which exists.
  ///
  /// - Parameters:
  ///   - folder: The folder that will hold `registry` and `private.txt`.
  ///   - oneLineBytes: The size of the prediction file that is one line without end.
  /// - Returns: Where it is and what is wrong with it.
  /// - Throws: What Foundation throws when a file cannot be written.
  public static func write(into folder: String, oneLineBytes: Int = 1_000_000) throws -> HostileRegistry {
    let writer = HostileRegistryWriter(folder: folder)
    try writer.writeFrame()
    for run in goodRuns { try writer.writeGoodRun(run) }
    var defects = try writer.writeBrokenMetadata()
    defects += try writer.writeBrokenPredictions()
    defects += try writer.writeWaysOut()
    defects += try writer.writeTrickyNames()
    defects.append(try writer.writeOneLine(bytes: oneLineBytes))
    // Root may read everything, so this defect shows for other users only.
    if geteuid() != 0 { defects.append(try writer.writeUnreadableFolder()) }
    return HostileRegistry(path: writer.registry, defects: defects)
  }

  /// Makes everything removable again; call it before the folder goes away.
  public func allowRemoval() {
    let locked = path + "/hostile/main/unreadable-folder"
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: locked)
  }
}
