/// Files whose content is broken.
extension HostileRegistryWriter {
  typealias Defect = HostileRegistry.Defect

  private func runFolder(_ name: String) -> String { "hostile/main/" + name }

  /// Metadata that cannot be read as what it should be.
  func writeBrokenMetadata() throws -> [Defect] {
    let whole = metadata(run: runFolder("truncated-json"))
    let contents: [(name: String, text: String)] = [
      ("truncated-json", String(whole.prefix(whole.count / 2))),
      ("empty-metadata", ""),
      ("no-json", "\u{0}\u{1}\u{2} this is no JSON"),
      ("deep-json", String(repeating: "[", count: 200_000)),
      ("wrong-shape", "[1, 2, {\"experiment_id\": null}]"),
    ]
    var defects = try contents.map { name, text in
      let path = runFolder(name) + "/erm_metadata.json"
      try write(text, to: path)
      return Defect(name: name, run: runFolder(name), place: path)
    }
    try makeFolder(runFolder("metadata-is-a-folder") + "/erm_metadata.json")
    defects.append(
      Defect(name: "metadata is a folder", run: runFolder("metadata-is-a-folder"), place: nil))
    return defects
  }

  /// Good metadata, bad prediction files.
  func writeBrokenPredictions() throws -> [Defect] {
    let headless = "r1,no,no,0.8,0.2\nr2,yes,yes,0.3,0.7\n"
    let contents: [(name: String, text: String, place: String)] = [
      ("ragged-row", predictions(second: "r2,yes"), ":3"),
      ("unknown-label", predictions(second: "r2,zebra,yes,0.3,0.7"), ""),
      ("probability-above-one", predictions(second: "r2,yes,yes,0.3,1.7"), ":3:16"),
      ("probability-no-number", predictions(second: "r2,yes,yes,abc,0.7"), ":3:12"),
      ("probability-nan", predictions(second: "r2,yes,yes,nan,0.7"), ":3:12"),
      ("sum-off-one", predictions(second: "r2,yes,yes,0.9,0.7"), ""),
      ("repeated-id", predictions(second: "r1,yes,yes,0.3,0.7"), ""),
      ("unterminated-quote", predictions(second: "r2,\"yes,yes,0.3,0.7"), ":3"),
      ("missing-columns", headless, ""),
      ("header-only", "id,y_true,y_pred,proba_no,proba_yes\n", ""),
      ("empty-predictions", "", ""),
    ]
    var defects = try contents.map { name, text, place in
      try writeRun(name, text)
      return Defect(
        name: name, run: runFolder(name), place: runFolder(name) + "/artifacts/predictions.csv" + place)
    }
    try write(
      metadata(run: runFolder("missing-artifact")), to: runFolder("missing-artifact") + "/erm_metadata.json")
    defects.append(
      Defect(
        name: "missing-artifact", run: runFolder("missing-artifact"), place: runFolder("missing-artifact")))
    return defects
  }

  /// A prediction file that is one line without end: what reads lines must not take it all.
  func writeOneLine(bytes: Int) throws -> Defect {
    let name = "one-endless-line"
    try writeRun(name, "")
    let path = runFolder(name) + "/artifacts/predictions.csv"
    try write(
      "id,y_true,y_pred,proba_no,proba_yes\nr1,no,no,0.8,".utf8
        + Array(repeating: UInt8(ascii: "0"), count: bytes), to: path)
    return Defect(name: name, run: runFolder(name), place: nil)
  }

  /// A run in `hostile/main` with this prediction file.
  func writeRun(_ name: String, _ predictions: String) throws {
    try write(metadata(run: runFolder(name)), to: runFolder(name) + "/erm_metadata.json")
    try write(predictions, to: runFolder(name) + "/artifacts/predictions.csv")
  }
}
