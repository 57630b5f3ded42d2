public import Diagnostics
import RunModel

/// An experiment that is about to begin: where it is kept, who makes it, who is told.
///
/// ```swift
/// let experiment = try Experiment("experiments-output")
///   .setNotifier(WebhookNotifier(url: hook, format: .slack))
///   .setSourceCodeFilePath("train.swift")
///   .setExperimenter("alice")
///   .build()
/// let result = try await experiment.run(TrainTask(…))
/// ```
///
/// ``build(id:)`` makes the folder `experiments-output/alice-2026-03-21T05-15-09` (the time is in UTC), with the files
/// that skrobot writes.
public struct Experiment: Sendable {
  /// The folder in which every experiment gets a folder of its own.
  public var repository: String
  /// Who makes it.
  public var experimenter = "anonymous"
  /// The file that is copied beside the results; none if nil.
  public var sourceCodeFilePath: String?
  /// Who is told how tasks end.
  public var notifiers: [any Notifier] = []
  /// Where times come from.
  public var clock: ExperimentClock
  /// Where the repository is.
  public var fileSystem: FileSystem

  /// An experiment in the folder `repository`, which is made when it is built.
  public init(_ repository: String, fileSystem: FileSystem = .disk, clock: ExperimentClock = .system) {
    self.repository = repository
    self.fileSystem = fileSystem
    self.clock = clock
  }

  /// The experiment with `notifier` told how its tasks end; may be called for several.
  public func setNotifier(_ notifier: any Notifier) -> Experiment {
    var experiment = self
    experiment.notifiers.append(notifier)
    return experiment
  }

  /// The experiment with the file at `path` copied into its folder.
  public func setSourceCodeFilePath(_ path: String) -> Experiment {
    var experiment = self
    experiment.sourceCodeFilePath = path
    return experiment
  }

  /// The experiment made by `name`; without this it is made by `anonymous`.
  public func setExperimenter(_ name: String) -> Experiment {
    var experiment = self
    experiment.experimenter = name
    return experiment
  }

  /// The experiment with times taken from `clock`.
  public func setClock(_ clock: ExperimentClock) -> Experiment {
    var experiment = self
    experiment.clock = clock
    return experiment
  }
}
