import Diagnostics

/// What a registry's folders and records held when they were last looked at: a cache, so that a large registry need not
/// be read file by file.
///
/// Every entry says how its folder or file stood: size, time of its content and of its inode. It counts only as long
/// as that is still so. Deleting the index loses nothing; a broken one is taken for none.
struct RegistryIndex: Sendable {
  /// How a file or folder stood.
  struct Stamp: Hashable, Sendable {
    /// Bytes of content.
    var size: Int
    /// When the content changed, in nanoseconds since 1970.
    var modified: Int64
    /// When anything about it changed, in nanoseconds since 1970; no program can set it back.
    var changed: Int64

    /// How the thing with these attributes stands.
    init(_ attributes: FileAttributes) {
      size = attributes.size
      modified = attributes.modified
      changed = attributes.changed
    }

    /// A stamp of these values.
    init(size: Int, modified: Int64, changed: Int64) {
      self.size = size
      self.modified = modified
      self.changed = changed
    }

    /// The later of both times.
    var latest: Int64 { max(modified, changed) }
  }

  /// A folder with what was in it.
  struct Folder: Hashable, Sendable {
    var stamp: Stamp
    var entries: [DirectoryEntry]
  }

  /// A record with its bytes.
  struct Record: Hashable, Sendable {
    var stamp: Stamp
    var bytes: [UInt8]
  }

  /// Folders by their path from the registry's.
  var folders: [ExactString: Folder] = [:]
  /// Records by their path from the registry's.
  var records: [ExactString: Record] = [:]
}
