import Foundation
import TestSupport
import Testing

/// Law: a site that was brought up to date is the site that a clean build makes.
@Suite struct IncrementalBuildTests {
  private let folder: TemporaryDirectory
  private let example: ExampleFolder

  init() throws {
    folder = try TemporaryDirectory()
    example = try ExampleFolder(copiedTo: folder.path)
    try example.build(folder.path + "/site")
  }

  /// Builds on top of the first build and anew; both must be the same.
  private func expectLikeClean(at place: SourceLocation = #_sourceLocation) throws {
    let incremental = try example.build(folder.path + "/site")
    #expect(incremental.exitCode == 0, "\(incremental.errorOutput)", sourceLocation: place)
    try example.build(folder.path + "/clean")
    let difference = try FolderContents(folder.path + "/site")
      .firstDifference(from: FolderContents(folder.path + "/clean"))
    #expect(difference == nil, "\(difference ?? "")", sourceLocation: place)
  }

  /// The prediction file of one run of the experiment `digits`.
  private func predictions() throws -> String {
    try #require(example.predictionFiles.first { $0.contains("/digits/forest/") })
  }

  @Test func aTouchedFileChangesNothing() throws {
    let before = try FolderContents(folder.path + "/site")
    try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: predictions())
    try expectLikeClean()
    #expect(try FolderContents(folder.path + "/site").firstDifference(from: before) == nil)
  }

  @Test func aChangedRunChangesItsPages() throws {
    let path = try predictions()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shorter = (lines.prefix(1) + lines.dropFirst(40)).joined(separator: "\n")
    try shorter.write(toFile: path, atomically: false, encoding: .utf8)
    let before = try FolderContents(folder.path + "/site").published
    try expectLikeClean()
    #expect(try FolderContents(folder.path + "/site").published.firstDifference(from: before) != nil)
  }

  @Test func aChangeThatKeepsSizeAndTimeIsSeen() throws {
    let path = try predictions()
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let time = try #require(attributes[.modificationDate] as? Date)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    try example.build(folder.path + "/site")
    // The predicted labels of the first row; ids, truth and size stay.
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var cells = lines[1].split(separator: ",").map(String.init)
    cells[2] = cells[2] == "3" ? "4" : "3"
    lines[1] = cells.joined(separator: ",")
    try lines.joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    try expectLikeClean()
  }

  @Test func aRemovedRunTakesItsPagesAlong() throws {
    let run = example.registry + "/digits/forest/2026_09_17__14_00_00"
    try FileManager.default.removeItem(atPath: run)
    try expectLikeClean()
    let names = try FolderContents(folder.path + "/site").names
    #expect(!names.contains { $0.hasPrefix("digits/forest/2026_09_17__14_00_00") })
    #expect(names.contains { $0.hasPrefix("digits/forest/2026_09_17__14_20_00") })
  }

  @Test func aNewRunComesIn() throws {
    let forest = example.registry + "/digits/forest"
    try FileManager.default.copyItem(
      atPath: forest + "/2026_09_17__14_00_00", toPath: forest + "/2026_11_01__10_00_00")
    try expectLikeClean()
    #expect(
      try FolderContents(folder.path + "/site").names.contains {
        $0.contains("2026_11_01__10_00_00/index.html")
      })
  }

  @Test func aChangedConfigurationIsSeen() throws {
    let text = try String(contentsOfFile: example.configuration, encoding: .utf8)
    try text.replacing("primary_metric: accuracy", with: "primary_metric: log_loss")
      .write(toFile: example.configuration, atomically: false, encoding: .utf8)
    try expectLikeClean()
  }

  @Test func aDamagedMarkerOrPageIsMended() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/site/digits/index.html")
    let marker = folder.path + "/site/.assay-site"
    let text = try String(contentsOfFile: marker, encoding: .utf8)
    try (text.prefix(text.count / 2) + "\nrubbish\u{0}\n").write(
      toFile: marker, atomically: false, encoding: .utf8)
    try expectLikeClean()
  }
}
