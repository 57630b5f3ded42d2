import Diagnostics
import Markup
import ReportModel
import RunModel

/// The artifacts of runs as pages show them: as much as is safe, figures of Plotly drawn anew, the rest described.
struct ArtifactShelf: Sendable {
  /// Files above this size are described by their size alone.
  static let readLimit = 64 << 20

  private let runs: [RunID: EvaluatedRun]
  private let files: FileSystem

  init(_ runs: [EvaluatedRun], files: FileSystem) {
    self.runs = Dictionary(runs.map { ($0.run.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.files = files
  }

  /// What a page shows of an artifact: its content if that can be shown, else what it is.
  ///
  /// `link` gives the published copy of an image; without it the image stands in the page.
  func content(run: RunID, id: ExactString, link: (Artifact) -> SafeURL?) -> HTMLFragment {
    guard let entry = runs[run], let artifact = entry.run.artifact(id) else { return HTMLFragment() }
    return body(artifact, of: entry, link: link)
  }

  private func body(_ artifact: Artifact, of entry: EvaluatedRun, link: (Artifact) -> SafeURL?)
    -> HTMLFragment
  {
    switch read(artifact) {
    case .missing: return remark("The file is missing, or must not be read.")
    case .tooLarge(let size): return remark("\(NumberText.byteSize(size)), too large to be looked at.")
    case .bytes(let bytes):
      let file = ForeignFile(name: artifact.filename, bytes: bytes)
      if artifact.id == entry.evaluated?.artifact {
        let rows = NumberText.integer(entry.evaluated?.rowsRead ?? 0)
        return description(file, "Predictions, \(rows) rows")
      }
      if FilePath.name(of: artifact.filename).lowercased().hasSuffix(".md"), isNotes(bytes, of: entry) {
        return remark("Shown under Notes.")
      }
      return PlotlyFigureWriter.fragment(bytes, name: artifact.filename, source: file.html(link: nil))
        ?? file.html(link: link(artifact))
    }
  }

  /// An artifact that is an image, which may be published as a file of its own.
  func image(_ artifact: Artifact) -> ForeignFile? {
    guard case .bytes(let bytes) = read(artifact) else { return nil }
    let file = ForeignFile(name: artifact.filename, bytes: bytes)
    guard case .raster = file.content else { return nil }
    return file
  }

  private enum Reading {
    case bytes([UInt8])
    case tooLarge(Int)
    case missing
  }

  private func read(_ artifact: Artifact) -> Reading {
    switch artifact.content {
    case .bytes(let bytes): return .bytes(bytes)
    case .missing: return .missing
    case .file(let path):
      do throws(FileSystemError) {
        let file = try files.open(path)
        guard file.size <= Self.readLimit else { return .tooLarge(file.size) }
        return .bytes(try file.bytes(at: 0, count: file.size))
      } catch {
        return .missing
      }
    }
  }

  private func isNotes(_ bytes: [UInt8], of entry: EvaluatedRun) -> Bool {
    entry.run.notes.map { $0.utf8.elementsEqual(bytes) } ?? false
  }

  private func description(_ file: ForeignFile, _ what: String) -> HTMLFragment {
    HTMLWriter.fragment { html in
      html.element("p", ["class": "fine"]) { html in
        html.text("\(what): \(NumberText.byteSize(file.bytes.count)), SHA-256 ")
        html.element("code", text: file.sha256)
        html.text(".")
      }
    }
  }

  private func remark(_ text: String) -> HTMLFragment {
    HTMLWriter.fragment { $0.element("p", ["class": "fine"], text: text) }
  }
}
