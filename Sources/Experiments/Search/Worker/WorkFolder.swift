import Diagnostics
import Foundation
import Jobs

/// Where attempts at jobs have their folders while they run.
///
/// Beside a queue that is a file, in a folder of its name and `.work`. For a queue in a database, in the user's cache:
/// `assay/work-HOST/QUEUE` below `XDG_CACHE_HOME` or `~/.cache`, or where there is neither, `assay-UID-work-HOST/QUEUE` in
/// the temporary folder. HOST keeps machines apart that share a home, QUEUE is the database's name and a number made from
/// its address.
/// Nobody but the user may look into it, since programs may write there what is theirs alone.
enum WorkFolder {
  /// The folder of a queue, by its path or its address as it is shown.
  static func path(ofQueue queue: String) -> String {
    guard JobQueue.isAddress(queue) else { return queue + ".work" }
    let end = queue.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? ""
    let letters = end.prefix(while: { $0 != "?" }).unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) ? scalar : "_"
    }
    let name = String(String.UnicodeScalarView(letters.prefix(40)))
    return FilePath.join(root, name + "-" + number(of: queue))
  }

  /// Makes the folder private in which those of databases lie.
  ///
  /// - Throws: ``SearchFailure`` where it is somebody else's or others may use it.
  static func prepare(forQueue queue: String) throws(SearchFailure) {
    guard JobQueue.isAddress(queue) else { return }
    try? FileManager.default.createDirectory(
      atPath: FilePath.parent(of: root), withIntermediateDirectories: true)
    if mkdir(root, 0o700) == 0 { return }
    let reason = errno
    var found = stat()
    guard lstat(root, &found) == 0 else {
      throw .folder("\(root): the folder cannot be made (\(String(cString: strerror(reason)))).")
    }
    guard found.st_mode & S_IFMT == S_IFDIR, found.st_uid == geteuid(), found.st_mode & 0o022 == 0 else {
      throw .folder(
        "\(root): found something that others may change; expected a folder of this user alone. Remove it, or name "
          + "another place by the variable XDG_CACHE_HOME.")
    }
    if found.st_mode & 0o077 != 0 { chmod(root, 0o700) }
  }

  private static let root: String = {
    let variables = ProcessInfo.processInfo.environment
    let cache =
      [variables["XDG_CACHE_HOME"], variables["HOME"].map { FilePath.join($0, ".cache") }]
      .compactMap(\.self).first { $0.utf8.first == UInt8(ascii: "/") }
    let start =
      cache.map { FilePath.join($0, "assay/") }
      ?? FilePath.join(FileManager.default.temporaryDirectory.path, "assay-\(geteuid())-")
    let host = ProcessInfo.processInfo.hostName.utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0 }
    return start + "work-" + String(decoding: host, as: UTF8.self)
  }()

  /// 64 bits of FNV-1a over the bytes of a text, in 16 digits; http://www.isthe.com/chongo/tech/comp/fnv.
  private static func number(of text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
