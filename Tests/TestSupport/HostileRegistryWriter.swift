import Foundation

/// Writes single files and runs of a ``HostileRegistry``.
struct HostileRegistryWriter {
  let folder: String

  var registry: String { folder + "/registry" }

  func writeFrame() throws {
    try write(HostileRegistry.secret + "\n", to: "../private.txt")
    let moment = "\"created_timestamp_utc\": \"2026-01-05T08:00:00\""
    try write("{\(moment)}", to: ".erm_registry.json")
    for experiment in ["good", "hostile"] {
      try write("{\"experiment_id\": \"\(experiment)\", \(moment)}", to: "\(experiment)/.erm_experiment.json")
      try write("{\"variant_id\": \"main\", \(moment)}", to: "\(experiment)/main/.erm_variant.json")
    }
  }

  func writeGoodRun(_ run: String) throws {
    try write(metadata(run: run), to: run + "/erm_metadata.json")
    try write(predictions(), to: run + "/artifacts/predictions.csv")
  }

  /// Writes `bytes` to a path below the registry, making the folders above.
  func write(_ bytes: some Collection<UInt8>, to path: String) throws {
    let file = URL(filePath: registry + "/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ text: String, to path: String) throws {
    try write(text.utf8, to: path)
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: registry + "/" + path, withIntermediateDirectories: true)
  }

  func link(_ path: String, to target: String) throws {
    try makeFolder((path as NSString).deletingLastPathComponent)
    try FileManager.default.createSymbolicLink(atPath: registry + "/" + path, withDestinationPath: target)
  }

  /// A run's metadata as experiment-results-manager writes it; every part can be replaced by raw JSON.
  func metadata(
    run: String,
    ids: (experiment: String, variant: String, run: String)? = nil,
    params: String = "{\"rate\": \"0.1\"}",
    metrics: String = "{\"accuracy\": \"0.75\"}",
    artifacts: [(id: String, filename: String, type: String)] = [
      ("predictions", "predictions.csv", "binary")
    ]
  ) -> String {
    let parts = run.split(separator: "/").map(String.init)
    let ids = ids ?? (parts[0], parts[1], parts[2])
    let entries = artifacts.map {
      "\"\($0.id)\": {\"id\": \"\($0.id)\", \"filename\": \"\($0.filename)\", \"artifact_type\": \"\($0.type)\"}"
    }
    return """
      {"timestamp_utc": "2026-01-05T08:00:00", "experiment_id": "\(ids.experiment)", \
      "variant_id": "\(ids.variant)", "run_id": "\(ids.run)", "params": \(params), "metrics": \(metrics), \
      "dicts": {}, "artifacts": {\(entries.joined(separator: ", "))}}
      """
  }

  /// A binary prediction file of four rows; `second` stands in place of the row on line 3.
  func predictions(second: String = "r2,yes,yes,0.3,0.7") -> String {
    """
    id,y_true,y_pred,proba_no,proba_yes
    r1,no,no,0.8,0.2
    \(second)
    r3,no,yes,0.4,0.6
    r4,yes,yes,0.1,0.9

    """
  }
}
