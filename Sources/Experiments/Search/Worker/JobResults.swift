import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// The results of a job, as its program reported them.
enum JobResults {
  /// Why results cannot be used, as a whole sentence.
  struct Problem: Error, Hashable, Sendable {
    let detail: String
  }

  /// The results that a program printed, else those of `results.json` in its folder; empty if there are none.
  ///
  /// They are a JSON object: name → number, text, truth value, list, object or null. `NaN` and the infinities are
  /// numbers as Python writes them.
  ///
  /// - Throws: ``Problem`` for results that are no JSON object.
  static func read(
    _ printed: ResultsBlock.Finding, folder: String, fileSystem: FileSystem
  ) throws(Problem) -> [ExactString: Scalar] {
    switch printed {
    case .text(let text): return try values(Array(text.utf8), "the printed results")
    case .unusable(let found):
      throw Problem(
        detail: "The results cannot be read: found \(found); expected a JSON object between the markers.")
    case .none: break
    }
    let path = FilePath.join(folder, WorkerProtocol.resultsFile)
    guard isFile(path, in: folder, fileSystem) else { return [:] }
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try fileSystem.read(path, limit: WorkerProtocol.resultsBytes)
    } catch {
      throw Problem(
        detail: "The results cannot be read: \(WorkerProtocol.resultsFile): \(error.reason.words).")
    }
    return try values(bytes, WorkerProtocol.resultsFile)
  }

  /// The values of a JSON object.
  static func values(_ bytes: [UInt8], _ name: String) throws(Problem) -> [ExactString: Scalar] {
    let document: JSONDocument
    do throws(FormatError) {
      document = try JSONReader.parse(bytes, path: name)
    } catch {
      throw Problem(detail: "The results cannot be read: \(error.description).")
    }
    guard let object = document.root.object else {
      throw Problem(
        detail:
          "The results cannot be read: found \(document.root.kindInWords) in \(name); expected a JSON object."
      )
    }
    var values: [ExactString: Scalar] = [:]
    for member in object.members { values[ExactString(member.name)] = Scalar(member.value) }
    return values
  }

  /// Whether a value can be a metric: a JSON number; a text that reads as one is not.
  static func isMetric(_ value: Scalar) -> Bool { value.kind != .text && value.number != nil }

  /// Whether a regular file is at `path` that no link leads out of `folder`.
  static func isFile(_ path: String, in folder: String, _ fileSystem: FileSystem) -> Bool {
    (try? fileSystem.attributes(path))?.kind == .file && fileSystem.isInside(path, folder: folder)
  }
}
