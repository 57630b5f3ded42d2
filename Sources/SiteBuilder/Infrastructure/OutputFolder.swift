package import Diagnostics

/// The folder that a site is written to, and nothing outside it.
///
/// A folder is used if it does not exist yet, is empty, or carries Assay's marker; any other one is refused, since
/// files of others may lie in it. A subfolder that is a symbolic link is refused too: it leads elsewhere.
package struct OutputFolder: Sendable {
  /// The file that marks a folder as Assay's own, and holds the ``BuildManifest``.
  package static let markerName = ".assay-site"
  /// Bytes of an existing file that are read at most.
  static let readLimit = 256 << 20

  /// The folder's path, links resolved.
  package let path: String
  private let files: FileSystem

  /// Makes or accepts the folder at `path`.
  ///
  /// - Throws: ``SiteError`` if it is refused or cannot be made.
  package init(preparing path: String, files: FileSystem) throws(SiteError) {
    self.files = files
    do throws(FileSystemError) {
      if !files.exists(path) { try files.createDirectory(path) }
      self.path = try files.resolve(path)
      let entries = try files.list(path)
      let isOurs = entries.contains { $0.name == Self.markerName && $0.kind == .file }
      if entries.isEmpty || isOurs { return }
    } catch {
      throw SiteError([
        Diagnostic(.error, .init("site.output-unusable"), at: SourcePlace(path: path), found: "\(error)")
      ])
    }
    throw SiteError([
      Diagnostic(
        .error, .init("site.output-refused"), at: SourcePlace(path: path),
        found: "a folder with files that Assay did not write",
        expected: "a new or empty folder, or one with the file \(Self.markerName)",
        consequence: "Nothing was written. Choose another folder with --out.")
    ])
  }

  /// The path of a file of the site.
  package func path(of route: Route) -> String {
    FilePath.join(path, route.path)
  }

  /// Whether a regular file lies at `route`, reached without any symbolic link.
  package func holds(_ route: Route) -> Bool {
    let path = path(of: route)
    guard let attributes = try? files.attributes(path), attributes.kind == .file else { return false }
    return isDirect(path)
  }

  /// The bytes of the file at `route`; nothing if it is not there, is a link, or cannot be read.
  package func bytes(of route: Route) -> [UInt8]? {
    holds(route) ? try? files.read(path(of: route), limit: Self.readLimit) : nil
  }

  /// Makes the folders above `route`, after checking that none of those that exist leads elsewhere.
  ///
  /// Folders in `prepared` were made or checked before; those that are now are added.
  func prepareFolders(above route: Route, prepared: inout Set<ExactString>) throws(FileSystemError) {
    var folder = path
    for segment in route.segments.dropLast() {
      folder = FilePath.join(folder, segment)
      if prepared.contains(ExactString(folder)) { continue }
      if files.exists(folder) {
        guard isDirect(folder) else {
          throw FileSystemError(.wrongKind, path: folder, detail: "a symbolic link out of the site")
        }
      } else {
        try files.createDirectory(folder)
      }
      prepared.insert(ExactString(folder))
    }
  }

  /// Writes a file whose folders have been prepared; replaces a link by the file, never writes through it.
  func write(_ bytes: [UInt8], to route: Route) throws(FileSystemError) {
    try files.write(bytes, path(of: route))
  }

  /// Removes the file at `route` if it is one of the site's own, and then the folders that it leaves empty.
  ///
  /// Returns whether there was a file to remove.
  func remove(_ route: Route) throws(FileSystemError) -> Bool {
    guard holds(route) else { return false }
    try files.remove(path(of: route))
    for count in stride(from: route.segments.count - 1, to: 0, by: -1) {
      let folder = FilePath.join(path, route.segments.prefix(count).joined(separator: "/"))
      guard try files.list(folder).isEmpty else { break }
      try files.remove(folder)
    }
    return true
  }

  private func isDirect(_ path: String) -> Bool {
    guard let resolved = try? files.resolve(path) else { return false }
    return ExactString(resolved) == ExactString(path)
  }
}
