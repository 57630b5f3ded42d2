import Diagnostics

/// An experiment of MLflow.
struct MLflowExperiment: Hashable, Sendable {
  /// MLflow's own id: a number, or digits in the file store.
  var id: String
  /// What people call it; the id where it has no name.
  var name: String
  /// Whether it was deleted; then neither it nor its runs are shown.
  var isDeleted = false

  /// The experiment as part of a run's id.
  var exactID: ExactString { RunNaming.id(from: name.isEmpty ? id : name, or: "experiment") }

  /// Whether it is the one that every store has from the start and nobody asked for.
  var isDefault: Bool { id == "0" || name == "Default" }
}
