public import Diagnostics
public import RunModel

/// What a registry holds, in order: experiments, their variants, their runs.
///
/// Experiments and variants are sorted by id, runs from the oldest to the latest.
public struct RunListing: Sendable, Hashable {
  /// One experiment.
  public struct Experiment: Sendable, Hashable {
    /// Its id.
    public var id: ExactString
    /// Its variants; none if it holds no readable run.
    public var variants: [Variant]
  }

  /// One variant of an experiment.
  public struct Variant: Sendable, Hashable {
    /// Its id.
    public var id: ExactString
    /// Its runs, oldest first.
    public var runs: [Run]
  }

  /// The experiments.
  public var experiments: [Experiment]

  /// Lists the runs of `collection`, all of them or those of one experiment or one variant.
  ///
  /// - Complexity: O(n log n) for n runs.
  public init(_ collection: RunCollection, experiment: ExactString? = nil, variant: ExactString? = nil) {
    var variants: [ExactString: [ExactString: [Run]]] = [:]
    for id in collection.emptyExperiments { variants[id] = [:] }
    for run in collection.runs {
      variants[run.id.experiment, default: [:]][run.id.variant, default: []].append(run)
    }
    experiments = variants.filter { experiment == nil || $0.key == experiment }
      .sorted { $0.key < $1.key }
      .map { id, variants in
        Experiment(
          id: id,
          variants: variants.filter { variant == nil || $0.key == variant }
            .sorted { $0.key < $1.key }
            .map { Variant(id: $0, runs: $1.sorted(by: Run.isOlder)) })
      }
  }
}
