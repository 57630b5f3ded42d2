import EmbeddedAssets
import Foundation
import TestSupport
import Testing

@Suite struct EmbeddedAssetTests {
  @Test func everyTemplateAndResourceIsInTheBinaryByteForByte() throws {
    for folder in ["Templates", "Resources"] {
      let root = URL(filePath: Fixture.packageFolder + "/" + folder).resolvingSymlinksInPath()
      let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        .filter { !URL(filePath: $0).pathExtension.isEmpty }
      #expect(!files.isEmpty)
      for file in files {
        let asset = try #require(EmbeddedAsset.named(folder + "/" + file), "\(folder)/\(file)")
        let bytes = [UInt8](try Data(contentsOf: root.appending(path: file)))
        #expect(asset.bytes == bytes, "\(asset.path)")
        #expect(Array(asset.text.utf8) == bytes, "\(asset.path)")
      }
    }
  }

  @Test func aTokenSheetIsFoundByItsPath() {
    #expect(EmbeddedAsset.named("Resources/css/tokens.css")?.text.contains("--ground") == true)
  }

  @Test func anUnknownPathFindsNothing() {
    #expect(EmbeddedAsset.named("Templates/../Package.swift") == nil)
    #expect(EmbeddedAsset.named("") == nil)
  }

  @Test func assetsAreListedInTheOrderOfTheirPathsBytes() {
    let paths = EmbeddedAsset.all.map(\.path)
    #expect(paths.count > 5)
    #expect(zip(paths, paths.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
