import Diagnostics

/// Proves the links of a site as it lies on disk.
enum LinkProof {
  /// One error for each dead link of the pages among `routes`.
  static func check(_ routes: [Route], in folder: OutputFolder) -> [Diagnostic] {
    var checker = LinkChecker()
    for route in routes {
      if FilePath.fileExtension(of: route.path) == "html", let bytes = folder.bytes(of: route) {
        checker.add(page: bytes, at: route)
      } else {
        checker.add(file: route)
      }
    }
    return checker.diagnostics
  }
}
