import Diagnostics

/// What is to be done so that a mirror holds what is wanted.
struct MirrorPlan: Sendable {
  /// The files that are to be fetched; artifacts first, then markers, then records.
  private(set) var fetches: [RemoteFile] = []
  /// The files of the mirror that are to be removed; records first.
  private(set) var removals: [String] = []
  /// How many of those are no longer at the address.
  private(set) var vanished = 0
  /// The files of ``fetches`` that an earlier transfer brought.
  var arrived: Set<ExactString> = []
  /// Whether anything at the address is a registry's.
  let isRegistry: Bool

  private let listed: [ExactString: RemoteFile]
  private let wanted: [RemoteFile]

  /// The bytes of the files that are still to come.
  var bytesToFetch: Int { fetches.reduce(0) { $0 &+ ($1.size ?? 0) } }

  /// A plan for what a server lists.
  ///
  /// Of a registry only what belongs to runs is wanted: what else lies in a bucket is left there.
  init(_ files: [RemoteFile], _ needs: RemoteNeeds) {
    listed = Dictionary(uniqueKeysWithValues: files.map { (ExactString($0.path), $0) })
    isRegistry = files.contains { Self.rank(of: $0.path) > 0 }
    let runs = Set(
      files.filter { FilePath.name(of: $0.path) == RegistryLayout.metadata }
        .map { ExactString(FilePath.parent(of: $0.path)) })
    switch needs {
    case .records: wanted = files.filter { Self.rank(of: $0.path) > 0 }
    case .run: wanted = files
    case .everything where !isRegistry: wanted = files
    case .everything:
      wanted = files.filter { Self.rank(of: $0.path) > 0 || Self.isInside($0.path, runs) }
    }
  }

  /// Compares with what the mirror holds in `scope`.
  mutating func compare(
    with tree: LocalTree, scope: String, _ manifest: MirrorManifest
  ) throws(FileSystemError) {
    var current: Set<ExactString> = []
    let wantedPaths = Set(wanted.map { ExactString($0.path) })
    for entry in try tree.files(below: scope) {
      let path = ExactString(entry.path)
      guard let file = listed[path] else {
        removals.append(entry.path)
        vanished += 1
        continue
      }
      if manifest.isCurrent(file), entry.size != nil, file.size == nil || file.size == entry.size {
        current.insert(path)
      } else if !wantedPaths.contains(path) || entry.size == nil {
        removals.append(entry.path)
      }
    }
    removals.sort { Self.order($0) > Self.order($1) }
    fetches = wanted.filter { !current.contains(ExactString($0.path)) }
      .sorted { Self.order($0.path) < Self.order($1.path) }
  }

  /// 2 of a run's record, 1 of a marker, 0 of any other file.
  private static func rank(of path: String) -> Int {
    switch FilePath.name(of: path) {
    case RegistryLayout.metadata: 2
    case RegistryLayout.registryMarker, RegistryLayout.experimentMarker, RegistryLayout.variantMarker: 1
    default: 0
    }
  }

  private static func order(_ path: String) -> (Int, ExactString) { (rank(of: path), ExactString(path)) }

  private static func isInside(_ path: String, _ folders: Set<ExactString>) -> Bool {
    var above = path
    repeat {
      above = FilePath.parent(of: above)
      if folders.contains(ExactString(above)) { return true }
    } while above != "."
    return false
  }
}
