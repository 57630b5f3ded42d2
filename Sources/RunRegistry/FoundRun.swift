import Diagnostics
import RunModel

/// A folder with an `erm_metadata.json`, as the walk through a registry found it.
struct FoundRun: Sendable {
  /// Its path.
  var path: String
  /// The names of the folders from the registry's folder to it; none if it is that folder.
  var names: [String]
  /// How many of these names lead to the experiment's marker, if there is one.
  var experimentDepth: Int?
  /// How many of these names lead to the variant's marker, if there is one.
  var variantDepth: Int?
  /// What is in the folder.
  var entries: [DirectoryEntry]

  /// What diagnostics put before the names: the path that the user gave, or nothing inside a whole registry.
  var shownRoot: String

  /// Its path below the folder that the walk started from.
  var relativePath: String { names.joined(separator: "/") }

  /// The path of `name` in it, as diagnostics show it.
  func shownPath(of name: String) -> String {
    FilePath.join(shownRoot, (names + [name]).joined(separator: "/"))
  }

  /// The kind of what has this name in the folder.
  func kind(of name: String) -> FileKind? {
    entries.first { $0.name.utf8.elementsEqual(name.utf8) }?.kind
  }

  /// The ids that the path says.
  ///
  /// Markers tell where an experiment and a variant end. Without them the last folder is the run, the one above it
  /// the variant and the rest the experiment. Where the walk started below a registry's root, the folders above
  /// (`rootNames`, from the file system's root) are counted in.
  ///
  /// - Returns: Nil if there are too few folders.
  func idByPath(rootNames: [String]) -> RunID? {
    let variantEnd = variantDepth.flatMap { $0 < names.count ? $0 : nil } ?? names.count - 1
    let experimentEnd = experimentDepth.flatMap { $0 < variantEnd ? $0 : nil } ?? variantEnd - 1
    let experimentStart = experimentEnd > 0 ? 0 : experimentEnd - 1
    let offset = rootNames.count
    guard offset + experimentStart >= 0 else { return nil }
    let all = rootNames + names
    func id(_ start: Int, _ end: Int) -> ExactString {
      ExactString(all[offset + start..<offset + end].joined(separator: "/"))
    }
    return RunID(
      experiment: id(experimentStart, experimentEnd), variant: id(experimentEnd, variantEnd),
      run: id(variantEnd, names.count))
  }
}
