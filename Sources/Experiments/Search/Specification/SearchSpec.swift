public import Diagnostics
public import RunModel

/// What `assay search` is told: which program to run with which hyperparameters, and what to keep.
///
/// ```yaml
/// experiment: digits-svm
/// command: python3 train.py %h
/// parameters:
///   C: {loguniform: {low: 0.01, high: 100}}
///   kernel: [rbf, poly]
/// strategy: random
/// trials: 30
/// metric: accuracy
/// ```
public struct SearchSpec: Hashable, Sendable {
  /// The experiment, in the queue and in the registry.
  public var experiment: String
  /// The variant of the runs.
  public var variant = RunID.defaultVariant.text
  /// The command's words, before `%h` and the others are replaced.
  public var command: [String] = []
  /// The folder in which the command runs: the specification's own.
  public var folder: String
  /// Files that go with the search to whoever works on it; the command then runs in a new folder that holds them.
  public var files: [SearchFile] = []
  /// The hyperparameters.
  public var space = SearchSpace()
  /// How they are chosen.
  public var strategy = SearchStrategy.random
  /// How many points are drawn, or the most of a grid; nil for all of a grid.
  public var trials: Int?
  /// The population, where the strategy is one.
  public var population = PopulationSettings()
  /// The rungs, where the strategy is successive halving; its number of trials is ``trials``.
  public var halving: HalvingSettings?
  /// Where all chance comes from.
  public var seed: UInt64 = 1
  /// What every job must report.
  public var metric: ExactString?
  /// Which way that gets better; nil where not known.
  public var direction: SearchDirection?
  /// How many workers run at the same time.
  public var workers = 1
  /// How often a job that fails is tried again.
  public var retries = 0
  /// After how many seconds a program is ended; never where absent.
  public var timeout: Double?
  /// For how many seconds a worker may be silent before its job is given to another.
  public var lease = 60.0
  /// The registry's folder, or its address on another machine.
  public var registry: String
  /// The queue's file, or the address of its database.
  public var queue: String
  /// Hyperparameters that are run before anything else.
  public var jobs: [[ExactString: Scalar]] = []
  /// Variables that the program gets.
  public var environment: [ExactString: String] = [:]
  /// Tags of every run.
  public var tags: [ExactString: String] = [:]
  /// Whether a program that reports nothing has done well.
  public var allowsEmptyResults = false

  /// The folder in which attempts at jobs have folders of their own while they run.
  var workFolder: String { WorkFolder.path(ofQueue: queue) }

  /// How many jobs the strategy makes from distributions alone, those of generation 0 where there are several; nil if
  /// there is no grid of such a space.
  public var trialCount: Int? {
    switch strategy {
    case .manual: 0
    case .random: trials ?? 0
    case .grid: space.gridCount.map { min($0, trials ?? $0) }
    case .pbt: space.parameters.isEmpty ? 0 : max(0, (population.size ?? 0) - jobs.count)
    case .asha: max(0, (trials ?? 0) - jobs.count)
    }
  }

  /// How many jobs there are when the search is over, with those that were given beforehand; nil if that is not known.
  public var jobCount: Int? {
    switch strategy {
    case .manual, .random, .grid: trialCount.map { $0 + jobs.count }
    case .asha: nil
    case .pbt:
      population.maxGenerations.flatMap { generations in
        let (count, isTooMany) = (population.size ?? jobs.count).multipliedReportingOverflow(by: generations)
        return isTooMany ? nil : count
      }
    }
  }

  /// The hyperparameters of trial `trial`, counted from 0; nil when there are no more.
  public func point(of trial: Int) -> [ExactString: Scalar]? {
    guard trial >= 0, let count = trialCount, trial < count else { return nil }
    switch strategy {
    case .grid: return space.gridPoint(trial)
    case .manual, .random: return space.sample(seed: seed, trial: trial)
    // There the jobs that were given are members, too.
    case .pbt: return space.sample(seed: seed, trial: jobs.count + trial)
    case .asha: return halvingPlan?.founder(jobs.count + trial)
    }
  }
}
