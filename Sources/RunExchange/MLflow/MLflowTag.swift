import Diagnostics

/// The names of MLflow's own tags.
enum MLflowTag {
  /// What the author wrote, as Markdown.
  static let notes: ExactString = "mlflow.note.content"
  /// The id of the run that a run belongs to.
  static let parent: ExactString = "mlflow.parentRunId"
  /// What people call the run.
  static let runName: ExactString = "mlflow.runName"

  /// Tags that say where a run comes from, with the plain names of provenance.
  static let provenance: [(tag: ExactString, name: ExactString)] = [
    ("mlflow.source.git.commit", "git commit"),
    ("mlflow.source.git.branch", "git branch"),
    ("mlflow.source.git.repoURL", "git repository"),
    ("mlflow.source.name", "program"),
    ("mlflow.source.type", "source type"),
    ("mlflow.user", "user"),
  ]
}
