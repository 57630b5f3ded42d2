import Diagnostics
import RunModel

/// Takes what MLflow's evaluation left among a run's artifacts as numbers: values by class, confusion matrices.
enum MLflowEvaluationFiles {
  /// Adds to `run` what its artifacts hold; files that are not what their name says stay artifacts, nothing more.
  static func add(to run: inout Run, _ source: inout SourceFolder) {
    var count = 0
    for artifact in run.artifacts {
      guard case .file(let path) = artifact.content else { continue }
      let file = FilePath.name(of: artifact.id.text)
      let isClassTable = file.hasSuffix("per_class_metrics.csv")
      guard isClassTable || isConfusion(file) else { continue }
      count += 1
      guard count <= MLflowLimit.tables else { return }
      let name = FilePath.relative(path, to: source.path)
      let stem = ExactString(withoutExtension(artifact.id.text))
      if isClassTable {
        guard let table = MLflowTable.read(name, &source) else { continue }
        MLflowClassTable(table).add(to: &run, stem, at: name, &source)
      } else if let matrix = MLflowConfusionFile.read(name, &source) {
        run.confusions[stem] = matrix
      }
    }
  }

  private static func isConfusion(_ file: String) -> Bool {
    file.hasSuffix("confusion_matrix.json") || file.hasSuffix("confusion_matrix.csv")
  }

  private static func withoutExtension(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return name }
    return String(name[..<dot])
  }
}
