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
}
