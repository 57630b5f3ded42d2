import Foundation
import ServerSupport
import TestSupport
import Testing

@testable import RunRegistry

/// Sites that go to where a web server finds them.
@Suite struct RemotePublishTests {
  private func site(_ files: [String: String]) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  private func pages(_ server: RemoteServer) throws -> [String: [UInt8]] {
    try RemoteRunTests.contents(server.scratch.path + "/data/bucket/pages")
  }

  @Test(arguments: [RemoteServer.Kind.s3, .webDAV, .sftp])
  func aSiteIsCopiedAndThenWhatIsGoneIsDeleted(kind: RemoteServer.Kind) async throws {
    let server = try RemoteServer(kind)
    let address = try server.address("pages")
    let publisher = SitePublisher(by: try await server.rclone())
    let site = try site([".assay-site": "assay-site 1\n", "index.html": "<p>0.91</p>", "runs/a b.html": "é"])
    let plan = try await publisher.publish(site.path, to: address, dryRun: true)
    #expect(plan.copied == [".assay-site", "index.html", "runs/a b.html"])
    #expect(plan.isDryRun && plan.deleted.isEmpty && plan.bytes == 26)
    #expect(!FileManager.default.fileExists(atPath: server.scratch.path + "/data/bucket/pages"))

    let first = try await publisher.publish(site.path, to: address)
    #expect(first.copied == plan.copied && first.bytes == 26 && !first.isDryRun)
    #expect(try pages(server) == RemoteRunTests.contents(site.path))

    // One page is as long as before, one is gone.
    if kind == .sftp { try await Task.sleep(for: .seconds(1)) }
    try site.write("<p>0.92</p>", to: "index.html")
    try FileManager.default.removeItem(atPath: site.path + "/runs/a b.html")
    let next = try await publisher.publish(site.path, to: address, dryRun: true)
    #expect(next.deleted == ["runs/a b.html"])
    #expect(next.copied.contains("index.html"))
    #expect(try pages(server).count == 3)
    let second = try await publisher.publish(site.path, to: address)
    #expect(second.deleted == ["runs/a b.html"])
    #expect(second.copied == (kind == .webDAV ? [".assay-site", "index.html"] : ["index.html"]))
    #expect(try pages(server) == RemoteRunTests.contents(site.path))
  }

  @Test func nothingIsPublishedOverWhatAssayDidNotPutThere() async throws {
    let server = try RemoteServer(.s3)
    try server.scratch.write("precious", to: "data/bucket/pages/sub/photo.jpg")
    let publisher = SitePublisher(by: try await server.rclone())
    let site = try site([".assay-site": "", "index.html": "x"])
    for address in [try server.address("pages"), try server.address("")] {
      for dryRun in [true, false] {
        let error = await #expect(throws: RemoteError.self) {
          try await publisher.publish(site.path, to: address, dryRun: dryRun)
        }
        #expect(error?.reason == .notASite)
        #expect(error?.address == address.description)
      }
    }
    #expect(try pages(server).keys.sorted() == ["sub/photo.jpg"])
  }

  @Test func onlyABuiltSiteIsPublished() async throws {
    let server = try RemoteServer(.s3)
    let publisher = SitePublisher(by: try await server.rclone())
    let folder = try site(["index.html": "x"])
    let address = try server.address("pages")
    let error = await #expect(throws: RemoteError.self) {
      try await publisher.publish(folder.path, to: address)
    }
    #expect(error?.reason == .notASite)
    #expect(error?.address == folder.path)
    #expect(!FileManager.default.fileExists(atPath: server.scratch.path + "/data/bucket/pages"))
  }

  @Test func aPublicationThatIsCutIsDoneAgain() async throws {
    let server = try RemoteServer(.s3)
    let proxy = try CuttingProxy(before: server, bytes: 400_000)
    let publisher = SitePublisher(by: try await server.rclone(port: proxy.port, isPatient: false))
    let page = String(repeating: "<p>page</p>", count: 20_000)
    let site = try site([".assay-site": "1", "a.html": page, "b.html": page + "b", "c.html": page + "c"])
    let address = try server.address("pages")
    await #expect(throws: RemoteError.self) { try await publisher.publish(site.path, to: address) }
    #expect(try pages(server).keys.contains(".assay-site"))
    #expect(try pages(server).count < 4)
    try proxy.heal()
    let patient = SitePublisher(by: try await server.rclone(port: proxy.port))
    _ = try await patient.publish(site.path, to: address)
    #expect(try pages(server) == RemoteRunTests.contents(site.path))
  }

  @Test func pagesGetTheirContentTypes() async throws {
    let server = try RemoteServer(.moto)
    let site = try site([".assay-site": "1", "index.html": "x", "style.css": "x", "figure.svg": "<svg/>"])
    _ = try await SitePublisher(by: try await server.rclone()).publish(
      site.path, to: try server.address("pages"))
    let listing = try await server.outside(
      "lsf", "--format", "pm", "--separator", " ", "--files-only", "REMOTE/pages/")
    #expect(listing.contains("index.html text/html"))
    #expect(listing.contains("style.css text/css"))
    #expect(listing.contains("figure.svg image/svg+xml"))
  }
}
