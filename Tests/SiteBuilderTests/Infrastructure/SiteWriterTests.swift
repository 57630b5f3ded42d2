import Diagnostics
import Foundation
import SiteBuilder
import Synchronization
import TestSupport
import Testing

@Suite struct SiteWriterTests {
  private func write(
    _ files: [SiteFile], to path: String, _ system: FileSystem, isClean: Bool = false, parallelism: Int = 2
  ) async throws -> SiteWriteReport {
    let folder = try OutputFolder(preparing: path, files: system)
    return await SiteWriter(folder, isClean: isClean, parallelism: parallelism).write(files)
  }

  private func file(_ path: String, _ text: String, key: String? = nil) throws -> SiteFile {
    let route = try #require(Route(path: path))
    let bytes = Array(text.utf8)
    guard let key else { return SiteFile(route: route, bytes: bytes) }
    return SiteFile(route: route, key: key) { () throws(SiteError) in bytes }
  }

  private func text(_ path: String, _ system: FileSystem) -> String? {
    (try? system.read(path, limit: 1_000)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aFirstBuildWritesEverythingAndASecondNothing() async throws {
    let system = FileSystem.inMemory([:])
    let files = try [file("index.html", "a"), file("runs/1/index.html", "b")]
    let first = try await write(files, to: "/out", system)
    #expect(first.written == files.map(\.route) && first.diagnostics.isEmpty)
    #expect(text("/out/runs/1/index.html", system) == "b")
    let manifest = text("/out/.assay-site", system)
    #expect(
      manifest?.hasPrefix("assay-site 1\n") == true && manifest?.hasSuffix(" runs/1/index.html\n") == true)
    let second = try await write(files, to: "/out", system)
    #expect(second.skipped == files.map(\.route) && second.written.isEmpty && second.unchanged.isEmpty)
    #expect(text("/out/.assay-site", system) == manifest)
  }

  @Test func onlyAFileWithANewKeyIsMadeAndOnlyOneWithNewBytesWritten() async throws {
    let system = FileSystem.inMemory([:])
    _ = try await write(
      [file("a", "1", key: "k1"), file("b", "1", key: "k1"), file("c", "1", key: "k1")], to: "/out", system)
    let made = Mutex<[String]>([])
    let files = [("a", "k1"), ("b", "k2"), ("c", "k2")].map { name, key in
      SiteFile(route: Route(name), key: key) { () throws(SiteError) in
        made.withLock { $0.append(name) }
        return Array((name == "c" ? "2" : "1").utf8)
      }
    }
    let report = try await write(files, to: "/out", system)
    #expect(made.withLock { $0.sorted() } == ["b", "c"])
    #expect(
      report.skipped == [Route("a")] && report.unchanged == [Route("b")] && report.written == [Route("c")])
    #expect(report.files == [Route("a"), Route("b"), Route("c")])
  }

  @Test func aFileThatVanishedIsMadeAgain() async throws {
    let system = FileSystem.inMemory([:])
    let files = try [file("a", "1"), file("b", "1")]
    _ = try await write(files, to: "/out", system)
    try system.remove("/out/a")
    #expect(try await write(files, to: "/out", system).written == [Route("a")])
  }

  @Test func aCleanBuildMakesEverythingButWritesOnlyWhatDiffers() async throws {
    let system = FileSystem.inMemory([:])
    let files = try [file("a", "1", key: "k"), file("b", "1", key: "k")]
    _ = try await write(files, to: "/out", system)
    try system.write(Array("edited".utf8), "/out/b")
    let report = try await write(files, to: "/out", system, isClean: true)
    #expect(report.unchanged == [Route("a")] && report.written == [Route("b")] && report.skipped.isEmpty)
  }

  @Test func onlyFilesOfThePreviousBuildAreRemoved() async throws {
    let folder = try TemporaryDirectory()
    let out = folder.path + "/out"
    _ = try await write(
      [file("a.html", "1"), file("x/y/b.html", "1"), file("x/c.html", "1")], to: out, .disk)
    try folder.write("mine", to: "out/x/mine.txt")
    try folder.write("mine", to: "out/CNAME")
    let report = try await write([file("a.html", "1")], to: out, .disk)
    #expect(report.removed == [Route("x", "c.html"), Route("x", "y", "b.html")])
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: out).sorted() == [
        ".assay-site", "CNAME", "a.html", "x", "x/mine.txt",
      ])
  }

  @Test func aFolderMayBecomeAFileAndAFileAFolder() async throws {
    let folder = try TemporaryDirectory()
    let out = folder.path + "/out"
    _ = try await write([file("a/b", "1"), file("c", "1")], to: out, .disk)
    let report = try await write([file("a", "2"), file("c/d", "2")], to: out, .disk)
    #expect(report.diagnostics.isEmpty)
    #expect(text(out + "/a", .disk) == "2" && text(out + "/c/d", .disk) == "2")
  }

  @Test func incrementalOutputEqualsCleanOutput() async throws {
    var generator = SeededGenerator(seed: 11)
    let incremental = FileSystem.inMemory([:])
    for _ in 0..<30 {
      var files: [SiteFile] = []
      for path in ["index.html", "a/index.html", "a/b/index.html", "c/index.html", "d.csv"] {
        let version = Int.random(in: 0..<4, using: &generator)
        if version > 0 { files.append(try file(path, "\(path) \(version)", key: "\(version)")) }
      }
      let clean = FileSystem.inMemory([:])
      let report = try await write(files, to: "/out", incremental)
      _ = try await write(files, to: "/out", clean, parallelism: 1)
      #expect(report.diagnostics.isEmpty)
      #expect(tree("/out", incremental) == tree("/out", clean))
    }
  }

  private func tree(_ path: String, _ system: FileSystem) -> [String] {
    guard let entries = try? system.list(path) else { return [] }
    return entries.flatMap { entry -> [String] in
      let child = path + "/" + entry.name
      return entry.kind == .directory
        ? [child] + tree(child, system) : [child + "=" + (text(child, system) ?? "")]
    }
  }

  @Test func aBuildThatWasInterruptedIsMadeGood() async throws {
    let system = FileSystem.inMemory([:])
    _ = try await write([file("a", "old", key: "k1"), file("b", "old", key: "k1")], to: "/out", system)
    var broken = system
    broken.write = { bytes, path throws(FileSystemError) in
      guard path != "/out/.assay-site" || !String(decoding: bytes, as: UTF8.self).contains("k2 a") else {
        throw FileSystemError(.notWritable, path: path)
      }
      try system.write(bytes, path)
    }
    let cut = try await write([file("a", "new", key: "k2"), file("c", "new", key: "k2")], to: "/out", broken)
    #expect(cut.diagnostics.count == 1)
    #expect(text("/out/a", system) == "new")
    let report = try await write([file("a", "old", key: "k1")], to: "/out", system)
    #expect(report.written == [Route("a")])
    #expect(text("/out/a", system) == "old" && !system.exists("/out/c"))
  }

  @Test func aFileThatCannotBeMadeDoesNotKeepOthersFromBeingWritten() async throws {
    let system = FileSystem.inMemory([:])
    let problem = Diagnostic(.error, .init("x"), at: nil, found: "nothing")
    let bad = SiteFile(route: Route("a"), key: "k") { () throws(SiteError) in throw SiteError([problem]) }
    let report = try await write([bad, file("b", "1")], to: "/out", system)
    #expect(report.diagnostics == [problem] && report.written == [Route("b")])
    #expect(try await write([file("a", "1", key: "k")], to: "/out", system).written == [Route("a")])
  }

  @Test func aSubfolderThatLeadsElsewhereIsRefused() async throws {
    let folder = try TemporaryDirectory()
    let out = folder.path + "/out"
    _ = try await write([file("a", "1")], to: out, .disk)
    try folder.write("private", to: "elsewhere/b.html")
    try FileManager.default.createSymbolicLink(
      atPath: out + "/link", withDestinationPath: folder.path + "/elsewhere")
    let report = try await write(
      [file("a", "1"), file("link/b.html", "2"), file("link/new/c.html", "2")], to: out, .disk)
    #expect(report.diagnostics.count == 2)
    #expect(text(folder.path + "/elsewhere/b.html", .disk) == "private")
    #expect(!FileSystem.disk.exists(folder.path + "/elsewhere/new"))
  }

  @Test func aFileThatIsALinkIsReplacedNotWrittenThrough() async throws {
    let folder = try TemporaryDirectory()
    let out = folder.path + "/out"
    let files = try [file("a.html", "1", key: "k")]
    _ = try await write(files, to: out, .disk)
    let target = try folder.write("1", to: "private")
    try FileManager.default.removeItem(atPath: out + "/a.html")
    try FileManager.default.createSymbolicLink(atPath: out + "/a.html", withDestinationPath: target)
    let report = try await write([file("a.html", "2", key: "k")], to: out, .disk)
    #expect(report.written == [Route("a.html")])
    #expect(text(target, .disk) == "1" && text(out + "/a.html", .disk) == "2")
  }

  @Test func aManifestThatSomebodyEditedRemovesNothingOutside() async throws {
    let folder = try TemporaryDirectory()
    let out = folder.path + "/out"
    _ = try await write([file("a", "1")], to: out, .disk)
    try folder.write("private", to: "private")
    try folder.write("private", to: "elsewhere/b")
    try FileManager.default.createSymbolicLink(
      atPath: out + "/link", withDestinationPath: folder.path + "/elsewhere")
    try folder.write("assay-site 1\nk ../private\nk link/b\nk a\n", to: "out/.assay-site")
    let report = try await write([file("a", "1")], to: out, .disk)
    #expect(report.diagnostics.map(\.kind.name) == ["site.manifest-damaged"])
    #expect(text(folder.path + "/private", .disk) == "private")
    #expect(text(folder.path + "/elsewhere/b", .disk) == "private")
  }
}
