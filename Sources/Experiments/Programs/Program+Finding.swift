import Diagnostics
import Foundation

extension Program {
  /// Why it cannot be started here, as far as that can be told without starting it; nil if it seems that it can.
  ///
  /// Besides its words, bounds and folder, this looks for the program itself: at its path, or on the `PATH` that it is
  /// given.
  public var obstacle: String? {
    if let problem { return problem }
    let name = words[0]
    if name.contains("/") {
      let path = FilePath.join(
        FilePath.join(FileManager.default.currentDirectoryPath, folder ?? ""), name)
      return Self.canBeRun(path) ? nil : missing("is not there or may not be run")
    }
    let path = variables["PATH"] ?? ProcessInfo.processInfo.environment["PATH"]
    // Without one the system has a list of its own.
    guard let path else { return nil }
    let isThere = path.split(separator: ":").contains { Self.canBeRun(FilePath.join(String($0), name)) }
    return isThere ? nil : missing("is not on PATH")
  }

  private func missing(_ what: String) -> String {
    "The program \(VisibleText.quoting(words[0], limit: 200)) \(what)."
  }

  private static func canBeRun(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path) && !FileSystem.disk.isDirectory(path)
  }
}
