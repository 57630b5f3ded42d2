import Diagnostics
package import RunModel

extension Artifact.Kind {
  /// What experiment-results-manager calls a file of this name; told from its ending alone.
  package init(fileName name: String) {
    if name.lowercased().hasSuffix(".plotly.json") {
      self = .plotlyJSON
      return
    }
    self =
      switch FilePath.fileExtension(of: name) {
      case "png": .png
      case "jpg", "jpeg": .jpg
      case "html", "htm": .html
      default: .binary
      }
  }
}
