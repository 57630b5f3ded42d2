import Diagnostics
public import Jobs
import Markup
import RunModel
import ScalarFormats

/// The lineage of a search as JSON: what was decided, and what the decisions came from.
///
/// `{format: "assay.lineage/1", schema_version: 1, experiment, strategy, seed, metric, direction, settings{}, jobs: [{job,
/// generation, member, parent, factors{}, hyperparameters{}, quality, status, ended_before[]}]}`. `settings` are those keys of
/// the specification that the strategy goes by. Jobs are oldest first; one that takes no part in the lineage has null for
/// generation and member. `quality` is the metric's value, null where there is none; `ended_before` stands only in
/// asynchronous searches and names the jobs that ended since the one before was proposed. There are no times, workers or
/// attempts in it: a synchronous search of the same specification whose programs report the same has the same bytes.
public struct LineageDocument: Sendable {
  /// The search.
  public let spec: SearchSpec
  /// Its jobs, oldest first.
  public let jobs: [Job]

  /// What the document calls itself.
  public static let format = "assay.lineage/1"

  /// A document of the jobs of a search, oldest first.
  public init(_ spec: SearchSpec, jobs: [Job]) {
    self.spec = spec
    self.jobs = jobs
  }

  private static let settings = [
    "parameters", "trials", "population", "exploit", "explore", "max_generations", "resource", "synchronous",
  ]

  /// The text, indented, with a line break at its end.
  public func json() -> String {
    let places = spec.plan?.places(of: jobs) ?? [:]
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.member("format", Self.format)
      json.member("schema_version", 1)
      json.member("experiment", spec.experiment)
      json.member("strategy", spec.strategy.rawValue)
      json.member("seed", SpecJSON.scalar(Scalar(.integer, text: String(spec.seed))))
      json.member("metric", spec.metric?.text)
      json.member("direction", spec.direction?.rawValue)
      json.member("settings") { json in
        json.object { json in
          for (key, value) in spec.members where Self.settings.contains(key) { json.member(key, value) }
        }
      }
      json.member("jobs") { json in
        json.array { json in
          for job in jobs { write(job, at: places[job.id], to: &json) }
        }
      }
    }
    return json.string + "\n"
  }

  private func write(_ job: Job, at place: JobLineage?, to json: inout JSONWriter) {
    json.object { json in
      json.member("job", job.id)
      json.member("generation", place?.generation)
      json.member("member", place?.member)
      json.member("parent", place?.parent)
      json.member("factors", SpecJSON(factors: place?.factors ?? [:]))
      json.member("hyperparameters", SpecJSON(values: job.hyperparameters))
      // A job that has not ended has its parent's results still.
      let quality = job.status.isFinal ? spec.metric.flatMap { job.results[$0] } : nil
      json.member("quality", quality.map { SpecJSON.scalar($0) })
      json.member("status", job.status.rawValue)
      if spec.plan?.isSynchronous == false { json.member("ended_before", place?.news ?? []) }
    }
  }
}
