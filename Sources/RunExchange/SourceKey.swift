package import Diagnostics

/// Names in a run's provenance that say where it was imported from.
///
/// They make imports idempotent: a run of the same tool and key is the same run, whatever it is called now.
package enum SourceKey {
  /// The tool's name, as in ``ImportTool``.
  package static let tool: ExactString = "import.tool"
  /// What the tool itself calls the run: its id, or its path in the source; unique within the source.
  package static let run: ExactString = "import.run"
}
