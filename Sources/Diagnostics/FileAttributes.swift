/// What is at a path.
public struct FileAttributes: Hashable, Sendable {
  /// What kind of thing.
  public var kind: FileKind
  /// Bytes of content; 0 for a folder.
  public var size: Int
  /// When the content last changed, in nanoseconds since 1970; for caches only, never for output.
  public var modified: Int64
  /// When anything about it last changed, which no program can set back; in nanoseconds since 1970, for caches only.
  public var changed: Int64

  /// Attributes with these values.
  public init(kind: FileKind, size: Int, modified: Int64, changed: Int64 = 0) {
    self.kind = kind
    self.size = size
    self.modified = modified
    self.changed = changed
  }
}

/// The kinds of thing that a folder holds.
public enum FileKind: Hashable, Sendable {
  /// A regular file.
  case file
  /// A folder.
  case directory
  /// A symbolic link, in a listing only: attributes follow links.
  case symbolicLink
  /// A device, socket or pipe: never opened.
  case other
}

/// One name in a folder.
public struct DirectoryEntry: Hashable, Sendable {
  /// The name, without a path.
  public var name: String
  /// The kind of the entry itself: a link is a link.
  public var kind: FileKind

  /// An entry.
  public init(name: String, kind: FileKind) {
    self.name = name
    self.kind = kind
  }
}
