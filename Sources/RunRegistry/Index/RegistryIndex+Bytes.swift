import Diagnostics

extension RegistryIndex {
  /// The format's first bytes; another version is another index.
  private static let magic = Array("assay registry index 1\n".utf8)
  /// The most bytes of an index file.
  static let byteLimit = 1 << 30

  /// The index as a file: magic bytes, the folders, the records, each in the order of their paths.
  var bytes: [UInt8] {
    var writer = IndexWriter()
    writer.append(Self.magic)
    writer.append(folders.count)
    for (path, folder) in folders.sorted(by: { $0.key < $1.key }) {
      writer.append(path.text)
      writer.append(folder.stamp)
      writer.append(folder.entries.count)
      for entry in folder.entries {
        writer.append(Self.code(of: entry.kind))
        writer.append(entry.name)
      }
    }
    writer.append(records.count)
    for (path, record) in records.sorted(by: { $0.key < $1.key }) {
      writer.append(path.text)
      writer.append(record.stamp)
      writer.append(record.bytes.count)
      writer.append(record.bytes)
    }
    return writer.bytes
  }

  /// The index that a file holds, or nil if it is none, of another version or cut short.
  init?(bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic) else { return nil }
    let isWhole = bytes.withUnsafeBytes { buffer -> Bool in
      var reader = IndexReader(buffer, from: Self.magic.count)
      guard let folderCount = reader.count() else { return false }
      folders.reserveCapacity(min(folderCount, 1 << 20))
      for _ in 0..<folderCount {
        guard let path = reader.text(), let stamp = reader.stamp(), let count = reader.count() else {
          return false
        }
        var entries: [DirectoryEntry] = []
        for _ in 0..<count {
          guard let kind = reader.byte().flatMap(Self.kind(of:)), let name = reader.text() else {
            return false
          }
          entries.append(DirectoryEntry(name: name, kind: kind))
        }
        folders[ExactString(path)] = Folder(stamp: stamp, entries: entries)
      }
      guard let recordCount = reader.count() else { return false }
      records.reserveCapacity(min(recordCount, 1 << 20))
      for _ in 0..<recordCount {
        guard let path = reader.text(), let stamp = reader.stamp(), let bytes = reader.bytes() else {
          return false
        }
        records[ExactString(path)] = Record(stamp: stamp, bytes: bytes)
      }
      return reader.isAtEnd
    }
    guard isWhole else { return nil }
  }

  private static func code(of kind: FileKind) -> UInt8 {
    switch kind {
    case .file: 0
    case .directory: 1
    case .symbolicLink: 2
    case .other: 3
    }
  }

  private static func kind(of code: UInt8) -> FileKind? {
    switch code {
    case 0: .file
    case 1: .directory
    case 2: .symbolicLink
    case 3: .other
    default: nil
    }
  }
}
