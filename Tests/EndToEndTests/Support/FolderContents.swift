import Foundation

/// All that lies in a folder, as values, so that two folders can be compared.
struct FolderContents {
  /// Files by their path below the folder.
  ///
  /// Links are not followed; links, pipes and empty folders stand for themselves, as a word in place of the content.
  private(set) var files: [String: [UInt8]] = [:]

  /// What lies in the folder at `path`, except below the entries called `left out`.
  init(_ path: String, without leftOut: Set<String> = []) throws {
    try read(path, below: "", leftOut)
  }

  /// The paths, sorted.
  var names: [String] { files.keys.sorted() }

  /// The files of the site that a reader opens: all but the marker.
  ///
  /// The marker says what an incremental build may skip; it is no page.
  var published: FolderContents {
    var copy = self
    copy.files[".assay-site"] = nil
    return copy
  }

  /// The text of a file.
  func text(_ name: String) -> String {
    String(decoding: files[name] ?? [], as: UTF8.self)
  }

  /// The files with this ending and their texts, in the order of their paths.
  func texts(ending: String) -> [(name: String, text: String)] {
    names.filter { $0.hasSuffix(ending) }.map { ($0, text($0)) }
  }

  /// The files in which `text` occurs.
  func names(containing text: String) -> [String] {
    names.filter { Data(files[$0] ?? []).range(of: Data(text.utf8)) != nil }
  }

  /// Those of `words` that do not occur in a file.
  func missing(_ words: [String], from name: String) -> [String] {
    let text = text(name)
    return words.filter { !text.contains($0) }
  }

  /// The first file that differs, with the first line that does; nothing if there is none.
  func firstDifference(from other: FolderContents) -> String? {
    for name in Set(names).union(other.names).sorted() {
      guard let mine = files[name] else { return "\(name) is missing" }
      guard let theirs = other.files[name] else { return "\(name) is there, and should not be" }
      if mine != theirs { return Self.difference(name, mine, theirs) }
    }
    return nil
  }

  private static func difference(_ name: String, _ mine: [UInt8], _ theirs: [UInt8]) -> String {
    let common = zip(mine, theirs).prefix { $0 == $1 }.count
    let line = mine.prefix(common).count { $0 == UInt8(ascii: "\n") } + 1
    let start = max(0, common - 60)
    func excerpt(_ bytes: [UInt8]) -> String {
      String(decoding: bytes.dropFirst(start).prefix(160), as: UTF8.self)
    }
    return "\(name):\(line) differs\n  found: …\(excerpt(mine))\n  expected: …\(excerpt(theirs))"
  }

  private mutating func read(_ folder: String, below prefix: String, _ leftOut: Set<String>) throws {
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: folder) where !leftOut.contains(name) {
      let path = folder + "/" + name
      let type = try manager.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      switch type {
      case .typeDirectory?:
        files[prefix + name + "/"] = Array("folder".utf8)
        try read(path, below: prefix + name + "/", leftOut)
      case .typeRegular?: files[prefix + name] = [UInt8](try Data(contentsOf: URL(filePath: path)))
      case .typeSymbolicLink?:
        files[prefix + name] = Array("-> \(try manager.destinationOfSymbolicLink(atPath: path))".utf8)
      default: files[prefix + name] = Array("no file".utf8)
      }
    }
  }
}
