import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// Makes a run of an experiment's metadata: what was to be tried on how much, since gobbli records no more.
struct GobbliExperiment {
  /// The experiment's folder, as seen from the source.
  let folder: String

  private static let byteLimit = 8 << 20

  /// The run; nil with a diagnostic if its metadata cannot be read.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - title: What the source is called, where the experiment's folder is the source itself.
  /// - Returns: The run.
  func run(in source: inout SourceFolder, title: String) -> Run? {
    let file = FilePath.join(folder, GobbliLayout.experimentMeta)
    guard let document = source.sparseJSON(file, limit: Self.byteLimit) else { return nil }
    guard document.root.object != nil else {
      source.report(
        .warning, "invalid-metadata", at: file, document.root.kindInWords, "an object",
        "The experiment is left out.")
      return nil
    }
    let model = document.root["model"]?.string ?? ""
    let above = FilePath.name(of: FilePath.parent(of: folder))
    var run = Run(
      id: RunID(
        experiment: RunNaming.id(from: above == "." || folder.isEmpty ? title : above, or: "experiments"),
        variant: RunNaming.id(from: model, or: RunID.defaultVariant.text),
        run: RunNaming.id(from: folder.isEmpty ? title : FilePath.name(of: folder), or: "experiment")))
    let own = Self.own(document.root)
    run.params = JSONLeaves.of(document.root)
    if let own {
      run.params = run.params.filter { !$0.key.text.hasPrefix("assay.") }
      run.params.merge(own.params) { theirs, _ in theirs }
    }
    run.folder = source.absolute(folder)
    run.provenance = ["tool": "gobbli", SourceKey.tool: ImportTool.gobbli.rawValue]
    if let own { run.provenance.merge(own.provenance) { _, new in new } }
    run.provenance[SourceKey.run] = folder.isEmpty ? title : folder
    run.artifacts = source.artifacts(below: folder) { $0 == GobbliLayout.experimentMeta }
    return run
  }

  /// What Assay adds under `assay`: settings are parameters, and what tells of versions and bytes is provenance.
  ///
  /// - Returns: Both; nil where there is no such object with a version, so that another's member of that name is no
  ///   different from the rest.
  private static func own(
    _ root: JSONValue
  ) -> (params: [ExactString: Scalar], provenance: [ExactString: String])? {
    guard let own = root["assay"], own["schema_version"]?.number != nil else { return nil }
    let names: Set<ExactString> = ["seed", "split", "stratified", "epochs", "limit"]
    let prefixes = ["batch_sizes.", "selection.", "trainer.configuration."]
    let params = JSONLeaves.of(own).filter { name, value in
      value.kind != .null && (names.contains(name) || prefixes.contains { name.text.hasPrefix($0) })
    }
    var provenance: [ExactString: String] = ["tool": "assay"]
    provenance["dataset sha256"] = own["dataset"]?["sha256"]?.string
    provenance["test dataset sha256"] = own["test_dataset"]?["sha256"]?.string
    return (params, provenance)
  }
}
