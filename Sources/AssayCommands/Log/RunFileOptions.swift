import ArgumentParser
import Diagnostics
import FileFormats
import RunModel
import RunRegistry

/// The files that `assay log` takes into a run.
struct RunFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A prediction file; it becomes the artifact “predictions”.", valueName: "file"),
    completion: .file())
  var predictions: String?

  @Option(help: ArgumentHelp("Notes in Markdown.", valueName: "file"), completion: .file())
  var notes: String?

  @Option(
    help: ArgumentHelp("A named table of values: a JSON object of scalars.", valueName: "name=file"),
    completion: .file(), transform: NamedValue.read)
  var dict: [NamedValue] = []

  @Option(
    help: ArgumentHelp("A text to keep.", valueName: "id=path"), completion: .file(),
    transform: NamedValue.read)
  var text: [NamedValue] = []

  @Option(
    help: ArgumentHelp("An image to keep.", valueName: "id=path"), completion: .file(),
    transform: NamedValue.read)
  var image: [NamedValue] = []

  @Option(
    help: ArgumentHelp("Any other file to keep.", valueName: "id=path"), completion: .file(),
    transform: NamedValue.read)
  var artifact: [NamedValue] = []

  /// Takes the files in; those that are kept as they are, are copied only when the run is saved.
  ///
  /// - Throws: ``CommandFailure`` for a file that is not there or not what it should be.
  func add(to draft: inout RunDraft, from fileSystem: FileSystem) throws {
    for dict in dict { draft.logDict(dict.name, try DictFile(path: dict.value).values(from: fileSystem)) }
    if let notes { draft.run.notes = try TextFile(path: notes).text(from: fileSystem) }
    for text in text { draft.logArtifact(text.name, path: text.value) }
    for image in image { draft.logImage(image.name, path: image.value) }
    for file in artifact { draft.logArtifact(file.name, path: file.value, kind: Self.kind(of: file.value)) }
    if let predictions { draft.logArtifact("predictions", path: predictions) }
  }

  /// What experiment-results-manager calls a file of this name.
  private static func kind(of path: String) -> Artifact.Kind {
    if path.lowercased().hasSuffix(".plotly.json") { return .plotlyJSON }
    switch FilePath.fileExtension(of: path) {
    case "png": return .png
    case "jpg", "jpeg": return .jpg
    case "html", "htm": return .html
    default: return .binary
    }
  }
}
