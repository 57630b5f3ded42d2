import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// Makes a run of the input of an evaluation and of what gobbli made of it.
struct GobbliEvaluation {
  /// The input, and what lies beside it.
  let input: GobbliLayout.Input

  private static let byteLimit = 32 << 20
  /// Probabilities, nearly all of them: numbers take up less than members of objects.
  static let valueLimit = 1_500_000

  private var file: String { FilePath.join(input.folder, input.file) }

  /// The run; nil with a diagnostic if the input cannot be read.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - title: What the experiment is called, for files in the source itself.
  /// - Returns: The run.
  func run(in source: inout SourceFolder, title: String) -> Run? {
    guard let document = source.sparseJSON(file, limit: Self.byteLimit, values: Self.valueLimit) else {
      return nil
    }
    let stem = GobbliLayout.stem(of: input.file) ?? ""
    var run = Run(
      id: RunID(
        experiment: RunNaming.id(from: input.folder.isEmpty ? title : input.folder, or: "evaluations"),
        run: RunNaming.id(from: stem.isEmpty ? "evaluation" : stem, or: "evaluation")))
    run.folder = source.absolute(input.folder)
    run.provenance = ["tool": "gobbli", SourceKey.tool: ImportTool.gobbli.rawValue, SourceKey.run: file]
    let siblings = input.siblings.map { ($0, FilePath.join(input.folder, $0)) }.filter {
      source.hasFile($0.1)
    }
    run.artifacts = siblings.prefix(ImportLimit.artifacts).map {
      SourceFolder.artifact($0.0, file: source.absolute($0.1))
    }
    let metrics = ExactString(stem.isEmpty ? "metrics.json" : stem + "_metrics.json")
    if let sibling = siblings.first(where: { ExactString($0.0) == metrics }) {
      addMetrics(to: &run, sibling.1, &source)
    }
    do throws(GobbliPredictions.Fault) {
      let predictions = try GobbliPredictions(document.root)
      if predictions.lacksTexts {
        source.report(
          .note, "missing-texts", at: file, "other than one text for each row", "as many texts as rows",
          "The rows are shown without texts.")
      }
      run.artifacts.append(
        Artifact(id: "predictions", filename: "predictions.jsonl", content: .bytes(predictions.jsonLines())))
      run.artifacts.sort { $0.id < $1.id }
    } catch {
      source.report(
        .warning, "invalid-predictions", at: document.place(ofByte: error.offset), error.found,
        error.expected,
        "There are no predictions to evaluate.")
    }
    return run
  }

  private func addMetrics(to run: inout Run, _ name: String, _ source: inout SourceFolder) {
    guard let document = source.sparseJSON(name, limit: ImportLimit.valueBytes) else { return }
    for (key, value) in JSONLeaves.of(document.root) {
      if value.number != nil {
        run.metrics[key] = value
      } else {
        run.dicts["metrics", default: [:]][key] = value
      }
    }
  }
}
