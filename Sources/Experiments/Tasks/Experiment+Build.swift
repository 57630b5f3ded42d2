import Diagnostics
import Markup
import RunModel

extension Experiment {
  /// Makes the experiment's folder, whole or not at all.
  ///
  /// The folder is `<experimenter>-<YYYY-MM-DDTHH-MM-SS>`; of several experiments of one second the second gets `_0002`,
  /// and so on, also when they are built at the same time by several programs. Slashes and what cannot be seen are `_` in
  /// the folder's name, and a name of more than 150 bytes is cut there; `experiment.log` has the whole name.
  ///
  /// - Parameter id: What the experiment is called in its log and in messages; 32 random hexadecimal digits if nil.
  /// - Returns: The experiment, ready to run tasks.
  /// - Throws: ``TaskError`` if the name is empty, the source code cannot be copied or the disk refuses.
  public func build(id: String? = nil) throws(TaskError) -> BuiltExperiment {
    guard experimenter.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw TaskError(
        .unsafeName, path: experimenter,
        detail: "The experimenter has no name. Give one, or do not set it: then it is “anonymous”.")
    }
    let time = clock.now()
    let id = id ?? Self.randomID()
    do throws(FileSystemError) {
      try fileSystem.createDirectory(repository)
    } catch {
      throw TaskError(error)
    }
    let stage = StagedFolder(fileSystem: fileSystem)
    let name = ExperimentName.folderPart(experimenter) + "-" + time.skrobotText
    let path = try stage.make(in: repository, named: name, until: 9999) { folder throws(TaskError) in
      if let sourceCodeFilePath { try copySource(sourceCodeFilePath, to: folder) }
      do throws(FileSystemError) {
        try fileSystem.write(log(id: id, time: time), FilePath.join(folder, Self.logFile))
      } catch {
        throw TaskError(error)
      }
    }
    return BuiltExperiment(
      id: id, folder: TaskFolder(path: path, fileSystem: fileSystem, clock: clock), notifiers: notifiers)
  }

  static let logFile = "experiment.log"

  /// What `experiment.log` holds.
  private func log(id: String, time: UTCTimestamp) -> [UInt8] {
    SkrobotJSON.bytes { json in
      json.object {
        $0.member("datetime", time.skrobotText)
        $0.member("experimenter", experimenter)
        $0.member("experiment_id", id)
      }
    }
  }

  private func copySource(_ path: String, to folder: String) throws(TaskError) {
    let name = FilePath.name(of: path)
    let isTaken = name == Self.logFile || TaskFiles.isRecord(name) || ["", ".", "..", "/"].contains(name)
    guard !isTaken else {
      throw TaskError(
        .sourceCode, path: path, detail: "A copy of this file would bear the name of a record. Rename it.")
    }
    do throws(FileSystemError) {
      try fileSystem.copy(path, FilePath.join(folder, name))
    } catch {
      let others = (try? fileSystem.list(FilePath.parent(of: path)).map(\.name)) ?? []
      let near = NearestName.suggestion(for: name, among: others)
      throw TaskError(
        .sourceCode, path: path,
        detail: "The source code cannot be copied: \(error.reason.words)."
          + (error.reason == .notFound ? near.map { " Did you mean \(VisibleText.quoting($0))?" } ?? "" : ""))
    }
  }

  /// 128 random bits as hexadecimal digits, as Python's `uuid4().hex`, with the version and variant of such.
  private static func randomID() -> String {
    var generator = SystemRandomNumberGenerator()
    let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    return [high, low].map { bits in
      let digits = String(bits, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}
