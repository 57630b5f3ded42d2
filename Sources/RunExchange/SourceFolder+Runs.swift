import Diagnostics
import RunModel

extension SourceFolder {
  /// The source, where that may also be one file: then the folder that holds it, and the file's name.
  ///
  /// - Throws: ``SourceError`` if nothing is there.
  static func opening(
    _ path: String, in fileSystem: FileSystem, expected: String
  ) throws(SourceError) -> (folder: SourceFolder, file: String?) {
    do throws(FileSystemError) {
      switch try fileSystem.attributes(path).kind {
      case .directory: return (SourceFolder(path: path, fileSystem: fileSystem), nil)
      case .file:
        let folder = SourceFolder(path: FilePath.parent(of: path), fileSystem: fileSystem)
        return (folder, FilePath.name(of: path))
      case .symbolicLink, .other:
        throw FileSystemError(.wrongKind, path: path)
      }
    } catch {
      throw nothing(at: path, found: error.reason.words, expected: expected)
    }
  }

  /// A run without content for a folder of the source.
  ///
  /// Its experiment is named for the folders above, as far as they belong to the source, or else for the one folder
  /// above; the run for the folder itself.
  ///
  /// - Parameters:
  ///   - folder: The run's folder; `""` is the source itself.
  ///   - tool: Which tool it is of.
  ///   - name: What to call the run instead, where a folder holds several.
  /// - Returns: The run, with its tool, its key in the source and its folder.
  func run(in folder: String, of tool: ImportTool, named name: String? = nil) -> Run {
    let inner = name.map { FilePath.join(folder, $0) } ?? folder
    let (source, above) = sourceNames
    let isRoot = inner.isEmpty
    let parent = inner.utf8.contains(UInt8(ascii: "/")) ? FilePath.parent(of: inner) : ""
    let experiment = isRoot ? above : parent.isEmpty ? source : parent
    let own = isRoot ? source : FilePath.name(of: inner)
    var run = Run(
      id: RunID(
        experiment: RunNaming.id(from: experiment, or: tool.rawValue), run: RunNaming.id(from: own, or: "run")
      ))
    run.provenance[SourceKey.tool] = tool.rawValue
    run.provenance[SourceKey.run] = isRoot ? source : inner
    run.folder = absolute(folder)
    return run
  }

  /// The names of the source's folder and of the one above it.
  private var sourceNames: (own: String, above: String) {
    let full = (try? fileSystem.resolve(path)) ?? path
    return (Self.plainName(full), Self.plainName(FilePath.parent(of: full)))
  }

  private static func plainName(_ path: String) -> String {
    let name = FilePath.name(of: path)
    return ["", ".", "..", "/"].contains(name) ? "" : name
  }

  /// Everything that was read, sorted and named; the runs' keys tell apart those of one name.
  ///
  /// - Throws: ``SourceError`` if there is no run at all.
  func collection(
    of runs: [Run], title: String, found: String, expected: String
  ) throws(SourceError) -> RunCollection {
    guard !runs.isEmpty else { throw Self.nothing(at: path, found: found, expected: expected) }
    var runs = runs
    RunNaming.makeDistinct(&runs) { $0.provenance[SourceKey.run] ?? "" }
    let diagnostics = log.diagnostics.enumerated().sorted { left, right in
      guard let first = left.element.place, let second = right.element.place, first != second else {
        return left.element.place == right.element.place
          ? left.offset < right.offset : left.element.place == nil
      }
      return first < second
    }.map(\.element)
    return RunCollection(sourceName: title, runs: runs.sorted { $0.id < $1.id }, diagnostics: diagnostics)
  }
}
