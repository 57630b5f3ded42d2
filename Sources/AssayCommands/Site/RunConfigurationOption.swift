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
    guard let file = config ?? nearest(to: path, in: fileSystem) else { return ConfigurationFile() }
    do {
      return try ConfigurationFile.read(file, from: fileSystem)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func nearest(to path: String, in fileSystem: FileSystem) -> String? {
    guard fileSystem.isDirectory(path), var folder = try? fileSystem.resolve(path) else { return nil }
    for _ in 0..<Self.levels {
      let file = FilePath.join(folder, ConfigurationFile.name)
      if (try? fileSystem.attributes(file))?.kind == .file { return file }
      guard folder != "/" else { return nil }
      folder = FilePath.parent(of: folder)
    }
    return nil
  }
}
