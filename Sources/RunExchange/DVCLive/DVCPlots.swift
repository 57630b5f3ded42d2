import Diagnostics
import FileFormats

/// What `dvc.yaml` says about plots: which file is drawn by which template, from which fields.
struct DVCPlots {
  /// The file's name.
  static let name = "dvc.yaml"

  /// One plot.
  struct Plot {
    /// The template, such as `confusion` or `simple`.
    let template: String
    /// The field along x, if it is named.
    let x: String?
    /// The field along y, if it is named.
    let y: String?
  }

  private var plots: [ExactString: Plot] = [:]

  /// No plots.
  init() {}

  /// The plots that a document lists: `plots: [{path: {template, x, y}}]`, or the same as a mapping.
  init(_ document: YAMLDocument) {
    guard let list = document.root?["plots"] else { return }
    let pairs = (list.sequence ?? [list]).flatMap { $0.mapping ?? [] }
    for pair in pairs {
      guard let path = pair.key.scalar?.text, let template = pair.value["template"]?.scalar?.text else {
        continue
      }
      plots[ExactString(path)] = Plot(
        template: template, x: pair.value["x"]?.scalar?.text, y: pair.value["y"]?.scalar?.text)
    }
  }

  /// The fields of true and predicted labels of a file that is drawn as a confusion matrix; nil if it is not.
  ///
  /// - Parameter path: The file as seen from the folder of `dvc.yaml`.
  /// - Returns: The names of the fields.
  func confusionFields(of path: String) -> (truth: String, predicted: String)? {
    guard let plot = plots[ExactString(path)], plot.template.utf8.starts(with: "confusion".utf8) else {
      return nil
    }
    return (plot.x ?? "actual", plot.y ?? "predicted")
  }
}
