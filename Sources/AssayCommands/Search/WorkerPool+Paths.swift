import Diagnostics
import Foundation
import Jobs

extension WorkerPool {
  /// A path as the queue keeps it: from the root on, unless it is an address on another machine.
  static func absolute(_ path: String) -> String {
    path.contains("://") || JobQueue.addressProblem(path) != nil
      ? path : FilePath.join(FileManager.default.currentDirectoryPath, path)
  }
}
