import Diagnostics

/// Brings a built site to where a web server finds it.
///
/// The remote folder is made equal to the site: what is new or changed is copied, and then what the site no longer has
/// is deleted. rclone gives each file its content type. Files are told apart by hash on object stores, by size and
/// time where times are kept, and where neither is possible, as with most WebDAV servers, all are copied. Links in
/// the site are passed over.
///
/// Only a folder with Assay's marker `.assay-site` is published, and only over a folder that is empty or has that
/// marker; so nobody empties a bucket by a slip. The marker goes up first: a publication that was cut is simply done
/// again.
///
/// ```swift
/// let publisher = SitePublisher(by: try await .find())
/// let plan = try await publisher.publish("public", to: try RemoteAddress("s3://pages"), dryRun: true)
/// plan.deleted  // what would go
/// ```
public struct SitePublisher: Sendable {
  /// The name of the file by which Assay knows a folder that it made.
  static let marker = ".assay-site"

  let rclone: Rclone

  /// A publisher by this program.
  public init(by rclone: Rclone) {
    self.rclone = rclone
  }

  /// Makes a remote folder equal to a site.
  ///
  /// - Parameters:
  ///   - site: The folder of the built site.
  ///   - address: Where it goes.
  ///   - dryRun: Whether only to say what would be copied and deleted.
  ///   - progress: Told how far it is, from another task, about once a second; totals are not known.
  /// - Returns: What was done.
  /// - Throws: ``RemoteError``: with ``RemoteError/Reason/notASite`` nothing was touched.
  public func publish(
    _ site: String, to address: RemoteAddress, dryRun: Bool = false,
    progress: (@Sendable (RemoteProgress) -> Void)? = nil
  ) async throws(RemoteError) -> PublishedSite {
    let fileSystem = FileSystem.disk
    let marker = FilePath.join(site, Self.marker)
    guard (try? fileSystem.attributes(marker))?.kind == .file else {
      throw RemoteError(
        .notASite, address: site,
        detail: "There is no \(Self.marker) in this folder, so it is no site that Assay built. Build one by "
          + "“assay build SOURCE --out DIR”.")
    }
    let source: String
    do throws(FileSystemError) { source = try fileSystem.resolve(site) } catch {
      throw RemoteError(error, address: address)
    }
    progress?(RemoteProgress(.listing))
    let features = try await rclone.features(of: address)
    let there = try await rclone.list(address, features, options: ["--max-depth", "1"])
    let isMarked = there.contains(Self.marker)
    guard there.isEmpty || isMarked else {
      throw RemoteError(
        .notASite, address: address.description,
        detail:
          "There is something here, and no \(Self.marker) says that Assay put it there. Publishing would "
          + "delete it; nothing was touched. Choose an empty folder.")
    }
    var events: [RcloneLog.Event] = []
    if !isMarked, !dryRun {
      let target = address.appending(Self.marker)
      events += try await rclone.transfer(
        ["copyto", "--no-check-dest", FilePath.join(source, Self.marker), target.rclonePath], for: target,
        doing: "Publishing"
      ).events
    }
    // Where nothing is, nothing may be deleted, should the answer have been wrong.
    events += try await rclone.transfer(
      [isMarked ? "sync" : "copy"] + features.comparison + (dryRun ? ["--dry-run"] : []) + [
        source, address.rcloneFolder,
      ],
      for: address, doing: "Publishing"
    ) { statistics in
      var now = RemoteProgress(.uploading)
      now.filesDone = statistics.transfers
      now.bytesDone = statistics.bytes
      progress?(now)
    }.events
    return Self.summary(of: events, isDryRun: dryRun)
  }

  private static func summary(of events: [RcloneLog.Event], isDryRun: Bool) -> PublishedSite {
    var sizes: [ExactString: Int] = [:]
    var deleted: Set<ExactString> = []
    for event in events {
      switch event.kind {
      case .copied: sizes[ExactString(event.path)] = event.size
      case .deleted: deleted.insert(ExactString(event.path))
      }
    }
    return PublishedSite(
      copied: sizes.keys.sorted().map(\.text), deleted: deleted.sorted().map(\.text),
      bytes: sizes.values.reduce(0) { $0 &+ $1 }, isDryRun: isDryRun)
  }
}
