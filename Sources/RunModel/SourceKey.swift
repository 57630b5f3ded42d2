public import Diagnostics

/// Names in a run's provenance that say where it was imported from.
///
/// They make imports idempotent: a run of the same tool and key is the same run, whatever it is called now.
public enum SourceKey {
  /// The tool's name, such as `mlflow`.
  public static let tool: ExactString = "imported from"
  /// What the tool itself calls the run: its id, or its path in the source; unique within the source.
  public static let run: ExactString = "imported as"
  /// The digest of what was imported: what was changed in the registry since does not change it.
  public static let digest: ExactString = "import digest"
  /// A mark of the place that it was imported from, where the tool's own ids are not unique in the world.
  public static let place: ExactString = "import place"
  /// The names of all that was imported, as JSON: anything else was added in the registry.
  public static let content: ExactString = "import content"

  /// The names that are for imports alone, and say nothing to people.
  public static let bookkeeping: Set<ExactString> = [digest, place, content]
}
