import Diagnostics
import FileFormats

/// Reads what `rclone lsjson` writes, an object a line, while it comes.
///
/// What a server lists is hostile: a path that leaves the folder or that no disk can hold is left out, with a
/// diagnostic, and so is a file below another file.
struct RemoteListingReader: RcloneOutput {
  private let address: RemoteAddress
  private var listing = RemoteListing()
  private var cutter = LineCutter(limit: lineLimit)

  /// The most files of a listing.
  static let fileLimit = 2_000_000
  /// The most bytes of a line.
  private static let lineLimit = 1 << 16

  /// Reads a listing of `address`.
  init(_ address: RemoteAddress) { self.address = address }

  mutating func add(_ bytes: UnsafeRawBufferPointer) throws(RemoteError) {
    var lines: [[UInt8]] = []
    cutter.add(bytes) { lines.append($0) }
    for line in lines { try read(line) }
  }

  /// The listing, all of it read.
  func finished() throws(RemoteError) -> RemoteListing {
    var reader = self
    try reader.read(cutter.unfinished)
    var listing = reader.listing
    listing.files.sort { ExactString($0.path) < ExactString($1.path) }
    let all = listing.files
    listing.files.removeAll()
    var paths: Set<ExactString> = []
    for file in all {
      var above = FilePath.parent(of: file.path)
      while above != ".", !paths.contains(ExactString(above)) { above = FilePath.parent(of: above) }
      if above != "." {
        listing.report(
          address, file.path, "a file below the file \(VisibleText.quoting(above))", "a folder there")
      } else if paths.insert(ExactString(file.path)).inserted {
        listing.files.append(file)
      } else {
        listing.report(address, file.path, "two files of one name", "one")
      }
    }
    return listing
  }

  private mutating func read(_ line: [UInt8]) throws(RemoteError) {
    var text = line[...]
    while let last = text.last, last == UInt8(ascii: ",") || last == UInt8(ascii: "\r") { text.removeLast() }
    // The brackets around the list stand in lines of their own.
    guard !text.isEmpty, text.first != UInt8(ascii: "["), text.first != UInt8(ascii: "]") else { return }
    guard let entry = try? JSONReader.parse(Array(text), path: "rclone").root,
      let path = entry["Path"]?.string
    else {
      throw RemoteError(
        .unusableAnswer, address: address.description,
        detail: "Listing failed: a line of rclone’s answer is no JSON. Is this rclone whole?")
    }
    listing.isEmpty = false
    if entry["IsDir"]?.boolean == true { return }
    guard listing.files.count < Self.fileLimit else {
      throw RemoteError(
        .unusableAnswer, address: address.description,
        detail: "There are more than \(Self.fileLimit) files; give the address of a folder below.")
    }
    if let problem = RemotePath.problem(ofListed: path) {
      listing.report(address, path, "a path that cannot be used: \(problem)", "a path below the folder")
      return
    }
    let size = entry["Size"]?.number?.integer.flatMap { $0 < 0 ? nil : $0 }
    let hash = entry["Hashes"]?.object?.members.first?.value.string ?? ""
    listing.files.append(
      RemoteFile(path: path, size: size, time: entry["ModTime"]?.string ?? "", hash: hash))
  }
}
