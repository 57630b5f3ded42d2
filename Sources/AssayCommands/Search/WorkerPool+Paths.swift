import Experiments
import Foundation

extension WorkerPool {
  /// A path as the queue keeps it: from the root on, unless it is an address on another machine.
  static func absolute(_ path: String) -> String {
    SearchSpec.place(path, in: FileManager.default.currentDirectoryPath)
  }
}
