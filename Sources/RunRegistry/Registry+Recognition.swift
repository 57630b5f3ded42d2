import Diagnostics

extension Registry {
  /// Whether there is a registry here, a part of one, or a run: by the names of files, few folders deep.
  ///
  /// - Complexity: At most some hundred folders are listed.
  public var isRecognised: Bool {
    let names: Set<String> = [
      RegistryLayout.registryMarker, RegistryLayout.experimentMarker, RegistryLayout.variantMarker,
      RegistryLayout.metadata,
    ]
    var folders = [(path: path, depth: 0)]
    var position = 0
    while position < folders.count, position < RegistryLimit.recognisedFolders {
      let folder = folders[position]
      position += 1
      guard let entries = try? fileSystem.list(folder.path) else { continue }
      for entry in entries where entry.kind == .file && names.contains(entry.name) { return true }
      guard folder.depth < 4 else { continue }
      folders += entries.filter { $0.kind == .directory && !$0.name.hasPrefix(".") }
        .map { (FilePath.join(folder.path, $0.name), folder.depth + 1) }
    }
    return false
  }
}
