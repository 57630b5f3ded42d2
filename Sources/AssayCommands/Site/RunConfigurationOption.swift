import ArgumentParser
import Diagnostics

/// `--config` of the commands that read single runs.
struct RunConfigurationOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration; the nearest assay.yaml in the folders above the run if absent.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var config: String?

  /// How many folders above a run are looked into.
  private static let levels = 12

  /// The configuration that goes with the run at `path`, or the defaults.
  ///
  /// What is said there also keeps users' texts off pages; so it is looked for, not only taken when given.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be used.
  func read(for path: String, from fileSystem: FileSystem) throws(CommandFailure) -> ConfigurationFile {
    try Self.read(config, for: path, from: fileSystem)
  }

  /// The configuration that goes with each of the runs at `paths`, in their order; the given one for all.
  ///
  /// - Throws: ``CommandFailure`` if one cannot be used.
  func readAll(
    for paths: [String], from fileSystem: FileSystem
  ) throws(CommandFailure) -> [ConfigurationFile] {
    var files: [ConfigurationFile] = []
    for path in paths { files.append(try Self.read(config, for: path, from: fileSystem)) }
    return files
  }

  /// The configuration in the file `given`, else the one that goes with the run or prediction file at `path`.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be used.
  static func read(
    _ given: String? = nil, for path: String, from fileSystem: FileSystem
  ) throws(CommandFailure) -> ConfigurationFile {
    guard let file = given ?? nearest(to: path, in: fileSystem) else { return ConfigurationFile() }
    do {
      return try ConfigurationFile.read(file, from: fileSystem)
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func nearest(to path: String, in fileSystem: FileSystem) -> String? {
    guard var folder = try? fileSystem.resolve(path) else { return nil }
    if !fileSystem.isDirectory(folder) { folder = FilePath.parent(of: folder) }
    for _ in 0..<levels {
      let file = FilePath.join(folder, ConfigurationFile.name)
      if (try? fileSystem.attributes(file))?.kind == .file { return file }
      guard folder != "/" else { return nil }
      folder = FilePath.parent(of: folder)
    }
    return nil
  }
}
