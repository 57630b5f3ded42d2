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
    help: ArgumentHelp("A figure to keep: SVG or PNG.", valueName: "id=path"), completion: .file(),
    transform: NamedValue.read)
  var figure: [NamedValue] = []

  @Option(
    help: ArgumentHelp("Any other file to keep.", valueName: "id=path"), completion: .file(),
    transform: NamedValue.read)
  var artifact: [NamedValue] = []

  /// Takes the files in; those that are kept as they are, are copied only when the run is saved.
  ///
  /// - Throws: ``CommandFailure`` for a file that is not there or not what it should be.
  func add(to draft: inout ExperimentRun, from fileSystem: FileSystem) throws {
    for dict in dict { draft.logDict(dict.name, try DictFile(path: dict.value).values(from: fileSystem)) }
    if let notes { draft.run.notes = try TextFile(path: notes).text(from: fileSystem) }
    for text in text { draft.logArtifact(text.name, path: text.value) }
    for image in image { draft.logImage(image.name, path: image.value) }
    for figure in figure {
      try draft.logFigure(figure.name, bytes: try TextFile(path: figure.value).bytes(from: fileSystem))
    }
    for file in artifact {
      draft.logArtifact(file.name, path: file.value, kind: Artifact.Kind(fileName: file.value))
    }
    if let predictions { Self.log(predictions: predictions, to: &draft) }
  }

  /// Keeps a prediction file as `predictions` with its extension, whatever it was called: so readers find it.
  private static func log(predictions path: String, to draft: inout ExperimentRun) {
    let id: ExactString = "predictions"
    draft.logArtifact(id, path: path)
    guard let index = draft.run.artifacts.firstIndex(where: { $0.id == id }) else { return }
    draft.run.artifacts[index].filename = id.text + fileExtension(of: path)
  }

  /// The extension with its full stop, also the one before `.gz`; empty if there is none.
  private static func fileExtension(of path: String) -> String {
    let last = FilePath.fileExtension(of: path)
    guard last == "gz" else { return last.isEmpty ? "" : "." + last }
    let inner = FilePath.fileExtension(of: String(decoding: path.utf8.dropLast(3), as: UTF8.self))
    return (inner.isEmpty ? "" : "." + inner) + ".gz"
  }
}
