import Diagnostics

/// The commit that a working folder is at, read from the files of its repository; git itself is not run.
struct GitHead: Hashable {
  /// The commit's id, in 40 or 64 hexadecimal digits.
  var commit: String
  /// The branch, if one is checked out.
  var branch: String?

  private static let byteLimit = 1 << 24

  /// The commit of the repository that `folder` lies in; nil if it lies in none, or nothing was committed.
  init?(of folder: String, in fileSystem: FileSystem) {
    guard let repository = Self.repository(of: folder, in: fileSystem) else { return nil }
    func text(_ path: String) -> String? {
      guard let bytes = try? fileSystem.read(path, limit: Self.byteLimit) else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
    guard let head = text(FilePath.join(repository, "HEAD")).map(Self.firstLine) else { return nil }
    let prefix = "ref: "
    guard head.hasPrefix(prefix) else {
      guard Self.isCommit(head) else { return nil }
      commit = head
      return
    }
    let name = String(head.dropFirst(prefix.count))
    guard FilePath.isContained(name), name.hasPrefix("refs/") else { return nil }
    branch = name.hasPrefix("refs/heads/") ? String(name.dropFirst("refs/heads/".count)) : name
    // A work tree of its own keeps its branches in the repository that it belongs to.
    let common = text(FilePath.join(repository, "commondir")).map {
      FilePath.join(repository, Self.firstLine($0))
    }
    let folders = [repository] + (common.map { [$0] } ?? [])
    for folder in folders {
      if let line = text(FilePath.join(folder, name)).map(Self.firstLine), Self.isCommit(line) {
        commit = line
        return
      }
    }
    for folder in folders {
      let lines = text(FilePath.join(folder, "packed-refs"))?.split(separator: "\n") ?? []
      if let line = lines.first(where: { $0.hasSuffix(" " + name) }) {
        let id = String(line.prefix { $0 != " " })
        guard Self.isCommit(id) else { continue }
        commit = id
        return
      }
    }
    return nil
  }

  /// The folder `.git` of the nearest folder above that has one, or the one that a file of this name leads to.
  private static func repository(of folder: String, in fileSystem: FileSystem) -> String? {
    guard var folder = try? fileSystem.resolve(folder) else { return nil }
    while true {
      let candidate = FilePath.join(folder, ".git")
      switch (try? fileSystem.attributes(candidate))?.kind {
      case .directory: return candidate
      case .file:
        guard let bytes = try? fileSystem.read(candidate, limit: 4096) else { return nil }
        let line = firstLine(String(decoding: bytes, as: UTF8.self))
        return line.hasPrefix("gitdir: ")
          ? FilePath.join(folder, String(line.dropFirst("gitdir: ".count))) : nil
      default: break
      }
      guard folder != "/" else { return nil }
      folder = FilePath.parent(of: folder)
    }
  }

  private static func firstLine(_ text: String) -> String {
    String(text.prefix { $0 != "\n" && $0 != "\r\n" && $0 != "\r" })
  }

  private static func isCommit(_ text: String) -> Bool {
    [40, 64].contains(text.utf8.count) && text.allSatisfy { $0.isHexDigit }
  }
}
