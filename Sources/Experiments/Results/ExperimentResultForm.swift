/// The forms that a file of results has.
public enum ExperimentResultForm: Hashable, Sendable, CaseIterable {
  /// A list of `{"score", "params", "metadata"}`: what a search writes as it goes.
  case list
  /// `{"run_results": […], "best_idx"}`.
  case runResults
  /// The whole result: `{"hp_search_space", "run_results", "metadata", "best_idx", "name", "client_id"}`.
  case experiment
  /// What a workspace keeps: `{"overall_score", "hyperparameters", "results": {"best_idx", "run_results"},
  /// "experiment_id", "status", "name"}`.
  case workspace
}
