import Diagnostics
import Dispatch
import Synchronization

/// Proves the links of a site as it lies on disk.
enum LinkProof {
  /// One error for each dead link of the pages among `routes`.
  ///
  /// Pages are read and taken apart several at a time.
  static func check(_ routes: [Route], in folder: OutputFolder) -> [Diagnostic] {
    let scans = Mutex([PageScan?](repeating: nil, count: routes.count))
    let parts = max(1, min(partLimit, routes.count / 16))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let range = routes.count * part / parts..<routes.count * (part + 1) / parts
      let part = routes[range].map { route -> PageScan? in
        guard FilePath.fileExtension(of: route.path) == "html" else { return nil }
        return folder.bytes(of: route).map { PageScan($0) }
      }
      scans.withLock { $0.replaceSubrange(range, with: part) }
    }
    var checker = LinkChecker()
    for (route, scan) in zip(routes, scans.withLock { $0 }) {
      if let scan { checker.add(scan, at: route) } else { checker.add(file: route) }
    }
    return checker.diagnostics
  }

  /// Parts that the pages are divided into, so that no core waits long for another.
  private static let partLimit = 16
}
