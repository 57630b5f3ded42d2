import Diagnostics
import Foundation
import SiteBuilder
import TestSupport
import Testing

@Suite struct OutputFolderTests {
  private func problem(_ path: String, _ files: FileSystem) -> String? {
    do throws(SiteError) {
      _ = try OutputFolder(preparing: path, files: files)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func aFolderThatIsNotThereIsMade() throws {
    let files = FileSystem.inMemory([:])
    #expect(problem("/a/b", files) == nil)
    #expect(files.isDirectory("/a/b"))
  }

  @Test func anEmptyFolderAndOneWithTheMarkerAreAccepted() throws {
    let folder = try TemporaryDirectory()
    #expect(problem(folder.path, .disk) == nil)
    try folder.write("assay-site 1\n", to: ".assay-site")
    try folder.write("x", to: "index.html")
    #expect(problem(folder.path, .disk) == nil)
  }

  @Test func anyOtherFolderIsRefused() throws {
    let folder = try TemporaryDirectory()
    try folder.write("mine", to: "thesis.tex")
    #expect(
      problem(folder.path, .disk)
        == "\(folder.path): error: found a folder with files that Assay did not write; expected a new or empty "
        + "folder, or one with the file .assay-site. Nothing was written. Choose another folder with --out.")
    #expect(problem("/a", .inMemory(["/a/.hidden": ""])) != nil)
    #expect(problem("/a/.assay-site", .inMemory(["/a/.assay-site": ""])) != nil)
  }

  @Test func aMarkerThatIsALinkDoesNotCount() throws {
    let folder = try TemporaryDirectory()
    try folder.write("x", to: "site/private.txt")
    let marker = try folder.write("assay-site 1\n", to: "other")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/site/.assay-site", withDestinationPath: marker)
    #expect(problem(folder.path + "/site", .disk) != nil)
  }
}
