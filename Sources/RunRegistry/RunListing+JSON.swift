import Diagnostics
import Markup
import RunModel
import ScalarFormats

extension RunListing {
  /// The listing as JSON: `{schema_version, experiments: [{experiment, variants: [{variant, runs: [{run, path,
  /// timestamp, status, params, metrics, tags}]}]}]}`.
  ///
  /// A value has the type that its source gave it: what experiment-results-manager wrote are strings. Numbers that
  /// are not finite are strings. A run without a time has `timestamp: null`.
  public func json() -> String {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.member("schema_version", 1)
      json.member("experiments") { json in
        json.array { json in
          for experiment in experiments { Self.write(experiment, to: &json) }
        }
      }
    }
    return json.string + "\n"
  }

  private static func write(_ experiment: Experiment, to json: inout JSONWriter) {
    json.object { json in
      json.member("experiment", experiment.id.text)
      json.member("variants") { json in
        json.array { json in
          for variant in experiment.variants {
            json.object { json in
              json.member("variant", variant.id.text)
              json.member("runs") { json in
                json.array { json in
                  for run in variant.runs { write(run, to: &json) }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ run: Run, to json: inout JSONWriter) {
    json.object { json in
      json.member("run", run.id.run.text)
      json.member("path", run.folder)
      json.member("timestamp", run.timestamp?.iso)
      json.member("status", run.status.rawValue)
      json.member("params") { write(run.params.mapValues(\.typedJSON), to: &$0) }
      json.member("metrics") { write(run.metrics.mapValues(\.typedJSON), to: &$0) }
      json.member("tags") { write(run.tags, to: &$0) }
    }
  }

  private static func write(_ values: [ExactString: some JSONWritable], to json: inout JSONWriter) {
    json.object { json in
      for (name, value) in values.sorted(by: { $0.key < $1.key }) { json.member(name.text, value) }
    }
  }
}
