import Markup
import RunRegistry

extension ProgressLine {
  /// Shows how far a transfer is.
  @Sendable
  func show(_ progress: RemoteProgress) {
    let step =
      switch progress.phase {
      case .waiting: "Waiting for another program that works on the same mirror"
      case .listing: "Listing"
      case .fetching: "Fetching files"
      case .uploading: "Uploading files"
      }
    let size = progress.bytes > 0 ? " (\(Self.size(progress.bytesDone)) of \(Self.size(progress.bytes)))" : ""
    show(step + size + (progress.files > 0 ? "," : ""), done: progress.filesDone, total: progress.files)
  }

  private static func size(_ bytes: Int) -> String {
    NumberText.fixed(Double(bytes) / 1_000_000, decimals: 1) + " MB"
  }
}
