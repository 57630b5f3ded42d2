import Diagnostics
import RunRegistry

/// A registry in memory with these files.
func registry(_ files: [String: String]) -> Registry {
  Registry(
    path: "/registry",
    fileSystem: .inMemory(
      Dictionary(uniqueKeysWithValues: files.map { ("/registry/" + $0.key, $0.value) })))
}

/// A whole record; the arguments are JSON, the ids the content of strings.
func record(
  timestamp: String = #""2026-03-02T09:10:07""#, experiment: String = "e", variant: String = "v",
  run: String = "r", params: String = "{}", artifacts: String = "{}", more: String = ""
) -> String {
  #"{"timestamp_utc": \#(timestamp), "experiment_id": "\#(experiment)", "variant_id": "\#(variant)", "#
    + #""run_id": "\#(run)", "params": \#(params), "metrics": {}, "dicts": {}, "artifacts": \#(artifacts)\#(more)}"#
}

/// A record of artifacts, each a binary: id → file name.
func artifacts(_ names: [(id: String, filename: String)]) -> String {
  let records = names.map { #""\#($0)": {"id": "\#($0)", "filename": "\#($1)", "artifact_type": "binary"}"# }
  return "{" + records.joined(separator: ", ") + "}"
}
