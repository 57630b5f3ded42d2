import Diagnostics
import RunModel

/// Finds the runs below a folder, whatever their depth: ids may contain `/`, and markers may be missing.
///
/// Links to folders are not followed, so a walk always ends and never leaves the folder.
struct RegistryWalk {
  /// The runs, in order of path.
  private(set) var runs: [FoundRun] = []
  /// The folders that are marked as experiments, by their path from the start.
  private(set) var markedExperiments: [ExactString] = []
  /// Whether the folder itself or one below it is marked as part of a registry.
  private(set) var hasMarker = false
  /// What was wrong on the way.
  private(set) var diagnostics = DiagnosticLog()

  private let root: String
  private let shownRoot: String
  private let fileSystem: FileSystem

  /// What the folder itself is; nil if there is no telling.
  private(set) var rootKind: RootKind?

  /// The kinds of folder that a walk can start from.
  enum RootKind {
    /// A registry.
    case registry
    /// An experiment in it.
    case experiment
    /// A variant of that.
    case variant
    /// A run of that.
    case run
  }

  /// Walks through `root`; diagnostics show paths with `shownRoot` before them.
  ///
  /// - Complexity: O(n) for n files and folders.
  init(root: String, shownRoot: String, fileSystem: FileSystem) {
    self.root = root
    self.shownRoot = shownRoot
    self.fileSystem = fileSystem
    visit(Position(path: root))
    rootKind = rootKind ?? kindByDepth
  }

  /// A folder on the way, with the markers that were passed.
  private struct Position {
    var path: String
    var names: [String] = []
    var experimentDepth: Int?
    var variantDepth: Int?
  }

  /// What the folder is by how deep the first run lies in it, where no marker tells.
  private var kindByDepth: RootKind? {
    switch runs.map(\.names.count).min() {
    case 0: .run
    case 1: .variant
    case 2: .experiment
    case nil: nil
    default: .registry
    }
  }

  private mutating func visit(_ start: Position) {
    var position = start
    let entries: [DirectoryEntry]
    do throws(FileSystemError) {
      entries = try fileSystem.list(position.path)
    } catch {
      report(
        .error, "registry.unreadable-folder", at: position.names,
        found: "a folder that cannot be read (\(error.reason.words))",
        expected: "a folder that may be listed",
        consequence: "Whatever runs it holds are left out.")
      return
    }
    readMarkers(entries, &position)
    let runsBefore = runs.count
    let isRun = entries.contains { $0.name == RegistryLayout.metadata }
    if isRun {
      if position.names.isEmpty { rootKind = .run }
      runs.append(
        FoundRun(
          path: position.path, names: position.names, experimentDepth: position.experimentDepth,
          variantDepth: position.variantDepth, entries: entries, shownRoot: shownRoot))
    }
    for entry in entries where !(isRun && entry.name == RegistryLayout.artifacts) {
      visit(entry, in: position)
    }
    if runs.count == runsBefore, entries.contains(where: { $0.name == RegistryLayout.artifacts }) {
      report(
        .warning, "registry.unfinished-run", at: position.names,
        found: "artifacts without \(RegistryLayout.metadata)", expected: "both",
        consequence: "The run was not saved to its end; it is left out.")
    }
  }

  private mutating func visit(_ entry: DirectoryEntry, in position: Position) {
    guard entry.name != ".git", !entry.name.hasPrefix(".assay") else { return }
    var below = position
    below.path = FilePath.join(position.path, entry.name)
    below.names.append(entry.name)
    switch entry.kind {
    case .directory where below.names.count > RegistryLimit.depth:
      report(
        .warning, "registry.too-deep", at: below.names,
        found: "folders more than \(RegistryLimit.depth) deep",
        expected: "experiment/variant/run", consequence: "What lies below is left out.")
    case .directory:
      visit(below)
    case .symbolicLink where leadsToFolder(below.path):
      report(
        .warning, "registry.linked-folder", at: below.names, found: "a link to a folder",
        expected: "a folder", consequence: "Links are not followed; give the folder itself as source.")
    case .symbolicLink, .file, .other:
      break
    }
  }

  private mutating func readMarkers(_ entries: [DirectoryEntry], _ position: inout Position) {
    for entry in entries where entry.kind == .file {
      switch entry.name {
      case RegistryLayout.registryMarker:
        mark(.registry, position)
      case RegistryLayout.experimentMarker:
        mark(.experiment, position)
        position.experimentDepth = position.names.count
        position.variantDepth = nil
        if !position.names.isEmpty {
          markedExperiments.append(ExactString(position.names.joined(separator: "/")))
        }
      case RegistryLayout.variantMarker:
        mark(.variant, position)
        position.variantDepth = position.names.count
      default:
        break
      }
    }
  }

  private mutating func mark(_ kind: RootKind, _ position: Position) {
    hasMarker = true
    if position.names.isEmpty { rootKind = kind }
  }

  private func leadsToFolder(_ path: String) -> Bool {
    do throws(FileSystemError) {
      return try fileSystem.attributes(path).kind == .directory
    } catch {
      return error.reason == .tooManyLinks
    }
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ kind: String, at names: [String], found: String, expected: String,
    consequence: String
  ) {
    let path = names.isEmpty ? root : FilePath.join(shownRoot, names.joined(separator: "/"))
    diagnostics.add(
      Diagnostic(
        severity, Diagnostic.Kind(kind), at: SourcePlace(path: path), found: found, expected: expected,
        consequence: consequence))
  }
}
