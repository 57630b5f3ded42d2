import Diagnostics
import RunModel
import RunRegistry

/// Runs of a registry as the command line names them: `experiment/variant/run`, `experiment/run` for a run of
/// `main`, or the path of the run's folder.
struct RunArgument {
  private let registry: Registry
  private let ids: [ExactString: RunID]

  /// The names of the runs in `registry`.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read.
  init(_ registry: Registry) throws(CommandFailure) {
    self.registry = registry
    do {
      let runs = try registry.summaries().runs
      var ids: [ExactString: RunID] = [:]
      for run in runs where run.id.variant == RunID.defaultVariant {
        ids[ExactString("\(run.id.experiment)/\(run.id.run)")] = run.id
      }
      // A full name counts more than a short one.
      for run in runs {
        ids[ExactString(run.id.description)] = run.id
        ids[ExactString(registry.path(of: run.id))] = run.id
      }
      self.ids = ids
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The run that `name` means.
  ///
  /// - Throws: ``CommandFailure`` if there is none, with the near name.
  func id(_ name: String) throws(CommandFailure) -> RunID {
    var trimmed = name
    while trimmed.utf8.count > 1, trimmed.utf8.last == UInt8(ascii: "/") { trimmed.removeLast() }
    if let id = ids[ExactString(trimmed)] { return id }
    // Another way of writing the path of a run's folder.
    let files = registry.fileSystem
    if let folder = try? files.resolve(trimmed), let root = try? files.resolve(registry.path),
      let id = ids[ExactString(FilePath.relative(folder, to: root))]
    {
      return id
    }
    let names = Set(ids.values).map(\.description).sorted { ExactString($0) < ExactString($1) }
    throw CommandFailure(
      "\(VisibleText.escaping(registry.path)): there is no such run: "
        + ChoiceArgument.unknown(name, among: names))
  }
}
