import Diagnostics

/// Where the `.wandb` files of a source are.
struct WandBLayout {
  /// The folder that everything is read below.
  let root: String
  /// The files, as seen from the root, in the order of their bytes, which is that of time.
  let logs: [String]
  /// Whether the root itself is the folder of a run.
  let isRunFolder: Bool
  /// What runs without a project are filed under.
  let title: String
  /// Whether there are more than are listed.
  let hasMore: Bool
  /// Folders named like those of offline runs that hold no such file, as seen from the root.
  var emptyFolders: [String] = []

  /// The files at `path`: itself, those in it, in its folders, or in the folders of its folder `wandb`.
  ///
  /// Links to folders are not followed: `latest-run` is one, to a run that is there anyway.
  static func find(_ path: String, in fileSystem: FileSystem) -> WandBLayout? {
    guard let attributes = try? fileSystem.attributes(path) else { return nil }
    if attributes.kind == .file {
      guard FilePath.fileExtension(of: path) == "wandb" else { return nil }
      return WandBLayout(
        root: FilePath.parent(of: path), logs: [FilePath.name(of: path)], isRunFolder: true,
        title: title(of: FilePath.parent(of: path), depth: 1, fileSystem), hasMore: false)
    }
    let own = logs(in: path, prefix: "", fileSystem)
    if !own.isEmpty {
      return WandBLayout(
        root: path, logs: own, isRunFolder: true, title: title(of: path, depth: 1, fileSystem),
        hasMore: false)
    }
    for (name, depth) in [("", 0), ("wandb", 0)] {
      let folder = FilePath.join(path, name)
      let (found, empty, hasMore) = runs(in: folder, fileSystem)
      guard !found.isEmpty else { continue }
      return WandBLayout(
        root: folder, logs: found, isRunFolder: false, title: title(of: folder, depth: depth, fileSystem),
        hasMore: hasMore, emptyFolders: empty)
    }
    return nil
  }

  /// Whether the source is wandb's by its names alone: `offline-run-…/run-….wandb`.
  var isNamedAsOffline: Bool {
    if isRunFolder { return Self.isOffline(FilePath.name(of: root)) }
    return logs.contains { Self.isOffline($0) }
  }

  private static func runs(
    in folder: String, _ fileSystem: FileSystem
  ) -> (logs: [String], empty: [String], hasMore: Bool) {
    var found: [String] = []
    var empty: [String] = []
    for entry in (try? fileSystem.list(folder)) ?? []
    where entry.kind == .directory && isRunFolder(entry.name) {
      guard found.count < ImportLimit.runs else { return (found, empty, true) }
      let logs = logs(in: FilePath.join(folder, entry.name), prefix: entry.name, fileSystem)
      if logs.isEmpty, isOffline(entry.name) { empty.append(entry.name) }
      found += logs
    }
    return (found, empty, false)
  }

  /// The logs in a folder; also what only has the name of one, so that it is said to be none.
  private static func logs(in folder: String, prefix: String, _ fileSystem: FileSystem) -> [String] {
    ((try? fileSystem.list(folder)) ?? [])
      .filter { isLog($0.name) }.map { FilePath.join(prefix, $0.name) }
  }

  private static func isLog(_ name: String) -> Bool {
    name.utf8.starts(with: "run-".utf8) && FilePath.fileExtension(of: name) == "wandb"
  }

  private static func isOffline(_ name: String) -> Bool { name.utf8.starts(with: "offline-run-".utf8) }

  private static func isRunFolder(_ name: String) -> Bool {
    ["offline-run-", "run-"].contains { name.utf8.starts(with: $0.utf8) }
  }

  /// The name of a folder, or of the one above if it is `wandb`, which says nothing; `depth` folders further up.
  private static func title(of folder: String, depth: Int, _ fileSystem: FileSystem) -> String {
    var path = (try? fileSystem.resolve(folder)) ?? folder
    for _ in 0..<depth { path = FilePath.parent(of: path) }
    if FilePath.name(of: path) == "wandb" { path = FilePath.parent(of: path) }
    return FilePath.name(of: path)
  }
}
