import Diagnostics
import Foundation

extension WorkerPool {
  /// A path as the queue keeps it: from the root on, unless it is an address on another machine.
  static func absolute(_ path: String) -> String {
    path.contains("://") ? path : FilePath.join(FileManager.default.currentDirectoryPath, path)
  }
}
