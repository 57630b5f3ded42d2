import SiteBuilder

/// One line of a terminal that says how far a build is; nothing where standard error is no terminal.
struct ProgressLine: Sendable {
  private let context: CommandContext

  /// A line on the standard error of `context`.
  init(_ context: CommandContext) {
    self.context = context
  }

  /// Shows how far a build is, in place of what was shown before.
  @Sendable
  func show(_ progress: BuildProgress) {
    guard context.showsProgress else { return }
    let count = progress.total > 0 ? " \(progress.done) of \(progress.total)" : ""
    context.writeError("\r\u{1B}[K\(progress.step)\(count)")
  }

  /// Takes the line away.
  func clear() {
    if context.showsProgress { context.writeError("\r\u{1B}[K") }
  }
}
