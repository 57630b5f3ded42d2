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
    run.params = JSONLeaves.of(document.root)
    run.folder = source.absolute(folder)
    run.provenance = ["tool": "gobbli", SourceKey.tool: ImportTool.gobbli.rawValue]
    run.provenance[SourceKey.run] = folder.isEmpty ? title : folder
    run.artifacts = source.artifacts(below: folder) { $0 == GobbliLayout.experimentMeta }
    return run
  }
}
