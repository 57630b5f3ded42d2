import Diagnostics
public import Jobs
import Markup
import RunModel
import ScalarFormats

/// Jobs of a queue as JSON, for scripts.
///
/// `{schema_version: 1, experiments: [{experiment, status, jobs: [{job, status, attempts, worker, created, started,
/// ended, lease_ends, hyperparameters{}, results{}, lineage: {generation, member, parent, factors{}, pruned}, failures:
/// [{attempt, worker, timestamp, error}]}]}]}`. Values have their types; numbers that are not finite are strings; what there is none of is null. Jobs are oldest first.
public struct JobsDocument: Sendable {
  /// An experiment with those of its jobs that are to be shown.
  public struct Experiment: Sendable {
    /// The experiment.
    public var experiment: QueuedExperiment
    /// The jobs.
    public var jobs: [Job]

    /// An experiment with jobs.
    public init(_ experiment: QueuedExperiment, jobs: [Job]) {
      self.experiment = experiment
      self.jobs = jobs
    }
  }

  /// What is shown, in this order.
  public var experiments: [Experiment]

  /// A document of these.
  public init(_ experiments: [Experiment]) {
    self.experiments = experiments
  }

  /// The text, indented, with a line break at its end.
  public func json() -> String {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.member("schema_version", 1)
      json.member("experiments") { json in
        json.array { json in
          for entry in experiments { Self.write(entry, to: &json) }
        }
      }
    }
    return json.string + "\n"
  }

  private static func write(_ entry: Experiment, to json: inout JSONWriter) {
    json.object { json in
      json.member("experiment", entry.experiment.name)
      json.member("status", entry.experiment.status.rawValue)
      json.member("jobs") { json in
        json.array { json in
          for job in entry.jobs { write(job, to: &json) }
        }
      }
    }
  }

  private static func write(_ job: Job, to json: inout JSONWriter) {
    json.object { json in
      json.member("job", job.id)
      json.member("status", job.status.rawValue)
      json.member("attempts", job.attempts)
      json.member("worker", job.worker)
      json.member("created", job.created.iso)
      json.member("started", job.started?.iso)
      json.member("ended", job.ended?.iso)
      json.member("lease_ends", job.leaseEnds?.iso)
      json.member("hyperparameters", SpecJSON(values: job.hyperparameters))
      json.member("results", SpecJSON(values: job.results))
      json.member("lineage", job.lineage.map { SpecJSON(lineage: $0, isOutdone: job.isOutdone) })
      json.member("failures") { json in
        json.array { json in
          for failure in job.failures {
            json.object { json in
              json.member("attempt", failure.attempt)
              json.member("worker", failure.worker)
              json.member("timestamp", failure.timestamp.iso)
              json.member("error", failure.error)
            }
          }
        }
      }
    }
  }
}
