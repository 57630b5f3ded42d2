import ArgumentParser
import Diagnostics
import Markup
import RunRegistry

/// `assay publish`: a built site to where a web server finds it.
struct PublishSite: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Make a remote folder equal to a built site, deletions included.",
    discussion: """
        assay publish public s3://bucket/digits --dry-run
        assay publish public s3://bucket/digits

      An address is s3://, gs://, az://, sftp:// or webdav://, or a remote of rclone's configuration, such as pages:site.
      rclone 1.65 or later does the work; credentials are those that it and the environment have. Only a folder that
      is empty, or holds a site that Assay published, is written to.
      """)

  @Argument(
    help: ArgumentHelp("The folder of a site that “assay build” made.", valueName: "site"),
    completion: .directory)
  var site: String

  @Argument(help: ArgumentHelp("The address.", valueName: "remote"))
  var remote: String

  @Flag(help: "Only say what would be copied and deleted.")
  var dryRun = false

  func run(in context: CommandContext) async throws -> CommandExit {
    let address: RemoteAddress
    do {
      guard case .remote(let found) = try StorageAddress(remote) else {
        throw CommandFailure(
          "\(VisibleText.escaping(remote)): found a path of this machine; expected an address such as s3://bucket/site."
            + " To build a site in a folder, give it to “assay build --out”.")
      }
      address = found
    } catch let error as RemoteError {
      throw CommandFailure(error)
    }
    let progress = ProgressLine(context)
    do {
      let published = try await SitePublisher(by: try await .find())
        .publish(site, to: address, dryRun: dryRun, progress: progress.show)
      progress.clear()
      if dryRun {
        for path in published.copied { try context.writeLine("copy \(VisibleText.escaping(path))") }
        for path in published.deleted { try context.writeLine("delete \(VisibleText.escaping(path))") }
      } else {
        try context.writeLine(address.description)
      }
      context.writeProgress(Self.summary(published))
      return .done
    } catch let error as RemoteError {
      progress.clear()
      throw CommandFailure(error)
    }
  }

  private static func summary(_ published: PublishedSite) -> String {
    let verb = published.isDryRun ? "to copy" : "copied"
    return "files: \(NumberText.integer(published.copied.count)) \(verb) "
      + "(\(NumberText.fixed(Double(published.bytes) / 1_000_000, decimals: 1)) MB), "
      + "\(NumberText.integer(published.deleted.count)) \(published.isDryRun ? "to delete" : "deleted")"
  }
}
