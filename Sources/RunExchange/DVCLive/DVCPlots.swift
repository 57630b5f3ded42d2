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

  /// Adds the plots that a document lists.
  ///
  /// They are `[{path: {template, x, y}}]`, or the same as one mapping; or, where the key is a title, the fields name
  /// their files: `{title: {template, x: {path: field}, y: {path: field}}}`.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - folder: The folder of the document, as seen from that of the run.
  mutating func add(_ document: YAMLDocument, in folder: String) {
    guard let list = document.root?["plots"] else { return }
    for pair in (list.sequence ?? [list]).flatMap({ $0.mapping ?? [] }) {
      guard let key = pair.key.scalar?.text, let template = pair.value["template"]?.scalar?.text else {
        continue
      }
      let x = pair.value["x"]
      guard let files = pair.value["y"]?.mapping else {
        add(key, in: folder, Plot(template: template, x: x?.scalar?.text, y: pair.value["y"]?.scalar?.text))
        continue
      }
      for file in files {
        guard let path = file.key.scalar?.text else { continue }
        let truth = x?.scalar?.text ?? x?[path]?.scalar?.text
        add(path, in: folder, Plot(template: template, x: truth, y: file.value.scalar?.text))
      }
    }
  }

  private mutating func add(_ path: String, in folder: String, _ plot: Plot) {
    plots[ExactString(FilePath.join(folder, path))] = plot
  }

  /// The fields of true and predicted labels of a file that is drawn as a confusion matrix; nil if it is not.
  ///
  /// - Parameter path: The file as seen from the run's folder.
  /// - Returns: The names of the fields.
  func confusionFields(of path: String) -> (truth: String, predicted: String)? {
    guard let plot = plots[ExactString(path)], plot.template.utf8.starts(with: "confusion".utf8) else {
      return nil
    }
    return (plot.x ?? "actual", plot.y ?? "predicted")
  }
}
