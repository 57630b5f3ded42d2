import Diagnostics
import Markup
import ReportModel
import RunModel

/// The images that pages show: artifacts and examples, each published once as a file beside its run's page.
struct ImageShelf: Sendable {
  /// An image that is published.
  struct Published: Sendable {
    /// Where its copy lies.
    var route: Route
    /// The image.
    var image: RasterImage
    /// Its bytes.
    var bytes: [UInt8]
  }

  /// Images of examples above this size are not published.
  static let exampleLimit = 4 << 20

  /// Images above this size do not go into a page that stands alone.
  static let inlineLimit = 16 << 10

  /// The published images, by run and by the name that the run gives them.
  private(set) var published: [ExampleImage: Published] = [:]
  /// What was wrong with images that rows name.
  private(set) var diagnostics: [RunID: [Diagnostic]] = [:]

  /// The copy of an image, if there is one.
  func link(_ image: ExampleImage, from page: Route) -> SafeURL? {
    published[image]?.route.link(from: page)
  }

  /// The picture of an example as its row shows it, by its published copy.
  func picture(_ image: ExampleImage, from page: Route) -> ExamplePicture? {
    published[image].map {
      ExamplePicture(source: $0.route.link(from: page), width: $0.image.width, height: $0.image.height)
    }
  }

  /// The picture of an example inside a page that stands alone, if it is small enough.
  static func inline(_ path: String, run: Run, files: FileSystem) -> ExamplePicture? {
    guard let bytes = try? bytes(of: path, run: run, files: files), bytes.count <= inlineLimit,
      let image = RasterImage(bytes)
    else { return nil }
    return ExamplePicture(
      source: SafeURL(image: bytes, type: image.type), width: image.width, height: image.height)
  }

  /// Takes up the image artifacts of a run, and the images of `examples` that stay inside its folder.
  mutating func add(
    _ entry: EvaluatedRun, examples: [String], below folder: Route, artifacts: ArtifactShelf,
    files: FileSystem
  ) {
    var names = SlugRegistry()
    let run = entry.run
    var log = DiagnosticLog()
    for artifact in run.artifacts where artifact.kind != .html && artifact.kind != .plotlyJSON {
      guard let file = artifacts.image(artifact), case .raster(let image) = file.content else { continue }
      let name = ExampleImage(run: run.id, path: artifact.id.text)
      add(file, image, as: name, in: folder.segments.dropLast() + ["artifacts"], &names)
    }
    var exampleNames = SlugRegistry()
    for path in examples {
      let name = ExampleImage(run: run.id, path: path)
      guard published[name] == nil, !path.isEmpty else { continue }
      do throws(FileSystemError) {
        let file = ForeignFile(name: path, bytes: try Self.bytes(of: path, run: run, files: files))
        guard case .raster(let image) = file.content else {
          log.add(
            Self.problem(path, run, found: "no image that can be shown", expected: "PNG, JPEG, GIF or WebP"))
          continue
        }
        add(file, image, as: name, in: folder.segments.dropLast() + ["examples"], &exampleNames)
      } catch {
        log.add(
          Self.problem(path, run, found: Self.words(error), expected: "an image inside the run’s folder"))
      }
    }
    if !log.isEmpty { diagnostics[run.id] = log.diagnostics }
  }

  private mutating func add(
    _ file: ForeignFile, _ image: RasterImage, as name: ExampleImage, in folder: [String],
    _ names: inout SlugRegistry
  ) {
    published[name] = Published(
      route: Route(folder + [file.publishedName(in: &names)]), image: image, bytes: file.bytes)
  }

  /// The bytes of the image that a row names, only if its path leads to a file inside the run's folder.
  static func bytes(of path: String, run: Run, files: FileSystem) throws(FileSystemError) -> [UInt8] {
    guard let folder = run.folder, FilePath.isContained(path) else {
      throw FileSystemError(.permissionDenied, path: path, detail: "the path leaves the run’s folder")
    }
    for candidate in [FilePath.join(folder, path), FilePath.join(FilePath.join(folder, "artifacts"), path)]
    where files.exists(candidate) {
      guard files.isInside(candidate, folder: folder) else {
        throw FileSystemError(.permissionDenied, path: path, detail: "a link leads out of the run’s folder")
      }
      return try files.read(candidate, limit: exampleLimit)
    }
    throw FileSystemError(.notFound, path: path)
  }

  private static func words(_ error: FileSystemError) -> String {
    error.detail.isEmpty ? "\(error)" : "\(VisibleText.quoting(error.path)): \(error.detail)"
  }

  private static func problem(_ path: String, _ run: Run, found: String, expected: String) -> Diagnostic {
    Diagnostic(
      .warning, .init("predictions.image"), at: SourcePlace(path: run.id.description), found: found,
      expected: expected, consequence: "The example is shown without it.")
  }
}
