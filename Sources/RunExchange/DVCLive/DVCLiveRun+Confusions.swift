import Diagnostics
import FileFormats
import RunModel

extension DVCLiveRun {
  /// Counts the confusion matrices among the plots; returns the files that are counted or said to be none, as
  /// seen from the run.
  func readConfusions(_ run: inout Run, _ source: inout SourceFolder) -> Set<ExactString> {
    let plots = plots(&source)
    var counted: Set<ExactString> = []
    for kind in ["plots/sklearn", "plots/custom"] {
      let root = FilePath.join(inner, kind)
      guard source.fileSystem.isDirectory(source.absolute(FilePath.join(folder, root))) else { continue }
      for name in source.entries(FilePath.join(folder, root)).fileNames
      where FilePath.fileExtension(of: name) == "json" {
        let path = FilePath.join(root, name)
        let file = FilePath.join(folder, path)
        guard source.offers(file) else {
          // What is no file of the run is said already, and no artifact.
          counted.insert(ExactString(path))
          continue
        }
        guard let content = try? source.fileSystem.open(source.absolute(file)),
          content.size <= ImportLimit.logBytes
        else { continue }
        let fields = plots.confusionFields(of: path) ?? ("actual", "predicted")
        var counter = ConfusionCounter(truth: fields.truth, predicted: fields.predicted)
        switch counter.count(file, JSONElements(content, path: file), &source) {
        case .matrix(let matrix):
          let stem = FileStem.of(name)
          let id = ExactString(run.confusions[ExactString(stem)] == nil ? stem : "custom/" + stem)
          run.confusions[id] = matrix
          counted.insert(ExactString(path))
        case .tooManyLabels:
          source.report(
            .warning, "too-many-labels", at: file,
            "a confusion matrix of more than \(LoggedConfusion.labelLimit) labels", "fewer",
            "It is kept as a file.")
        case .other:
          guard plots.confusionFields(of: path) != nil else { continue }
          source.report(
            .warning, "no-matrix", at: file, "no examples with both labels",
            "objects with \(VisibleText.quoting(fields.truth)) and \(VisibleText.quoting(fields.predicted))",
            "It is kept as a file.")
        }
      }
    }
    return counted
  }

  /// What is said about plots beside the logs and among them.
  private func plots(_ source: inout SourceFolder) -> DVCPlots {
    var plots = DVCPlots()
    for place in inner.isEmpty ? [""] : ["", inner] {
      let file = FilePath.join(folder, FilePath.join(place, DVCPlots.name))
      if source.offers(file), let document = source.yaml(file) { plots.add(document, in: place) }
    }
    return plots
  }
}
