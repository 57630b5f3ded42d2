import Diagnostics
import FileFormats
import RunModel

/// What the records of a `.wandb` file say, taken together.
struct WandBLog {
  /// The texts of the run's record, the latest of each.
  private(set) var texts: [WandBRunRecord.Text: String] = [:]
  /// The tags.
  private(set) var tags: [String] = []
  /// When the run was started.
  private(set) var start: UTCTimestamp?
  /// Where it ran: provenance name → value.
  private(set) var surroundings: [ExactString: String] = [:]
  /// The version of wandb.
  private(set) var producer: String?
  /// The configuration.
  private(set) var config = NestedValues()
  /// The summary.
  private(set) var summary = NestedValues()
  /// What was logged over the steps.
  private(set) var history = WandBHistory()
  /// The exit code, if the run ended, and the whole seconds that it took.
  private(set) var exit: (code: Int, runtime: Int)?
  /// The end of what was written to standard error.
  private(set) var console = WandBConsole()
  /// Whether a record of the run itself was found.
  private(set) var hasRunRecord = false
  /// How many values of configuration and summary were left out, for being too large or no JSON.
  private(set) var unreadCount = 0

  /// The bytes that a `.wandb` file begins with: a name, a number by which the order of bytes is told, a version.
  static let magic: [UInt8] = Array(":W&B".utf8) + [0xE1, 0xBE]
  /// The bytes of the header, the version included.
  static let headerSize = 7

  /// Nothing yet.
  init() {}

  /// Takes a record into account; later ones win.
  mutating func apply(_ record: WandBRecord) {
    switch record {
    case .history(let items, let step): history.add(items, step: step)
    case .summary(let change): apply(change, to: \.summary)
    case .config(let change): apply(change, to: \.config)
    case .run(let run): apply(run)
    case .exit(let code, let runtime): exit = (code, runtime)
    case .header(let producer): self.producer = producer
    case .environment(let values): surroundings.merge(values) { _, new in new }
    case .errorOutput(let text): console.append(text)
    case .other: break
    }
  }

  private mutating func apply(_ run: WandBRunRecord) {
    hasRunRecord = true
    texts.merge(run.texts) { _, new in new }
    if !run.tags.isEmpty { tags = run.tags }
    start = start ?? run.start
    surroundings.merge(run.git) { _, new in new }
    apply(run.config, to: \.config)
    apply(run.summary, to: \.summary)
  }

  private mutating func apply(_ change: WandBChange, to values: WritableKeyPath<WandBLog, NestedValues>) {
    for item in change.updates {
      // With each step comes the same in the summary; nobody asks for it where there is a history.
      if values == \.summary, item.path.count == 1, history.hasPoints(of: item.path[0]) { continue }
      guard let value = item.value,
        self[keyPath: values].set(item.path, to: value, bytes: item.json.count)
      else {
        unreadCount += 1
        continue
      }
    }
    for path in change.removals { self[keyPath: values].remove(path) }
  }
}
