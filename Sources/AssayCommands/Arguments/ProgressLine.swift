import SiteBuilder

/// One line of a terminal that says how far a command is; nothing where standard error is no terminal.
struct ProgressLine: Sendable {
  private let context: CommandContext

  /// A line on the standard error of `context`.
  init(_ context: CommandContext) {
    self.context = context
  }

  /// Shows how far a build is, in place of what was shown before.
  @Sendable
  func show(_ progress: BuildProgress) {
    show(progress.step, done: progress.done, total: progress.total)
  }

  /// Shows how far something is; a total of 0 is not known.
  func show(_ step: String, done: Int, total: Int) {
    guard context.showsProgress else { return }
    let count = total > 0 ? " \(done) of \(total)" : ""
    context.writeError("\r\u{1B}[K\(step)\(count)")
  }

  /// Takes the line away.
  func clear() {
    if context.showsProgress { context.writeError("\r\u{1B}[K") }
  }
}
