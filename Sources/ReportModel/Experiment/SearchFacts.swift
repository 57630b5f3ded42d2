import Diagnostics
import Markup
import RunModel

/// What a search was: how settings were chosen, what became of them, how long it took, what ran.
struct SearchFacts {
  private let runs: [Run]
  private let metric: PrimaryMetric?
  private let total: Int
  /// How large the search is, where it goes on from earlier runs.
  private let extent: String?
  /// How many runs were pruned after they had ended.
  private let prunedCount: Int

  /// So many different commands are compared.
  private static let commandLimit = 1_000

  /// The facts of a search; nil where no run says that a search made it.
  ///
  /// - Parameters:
  ///   - analysis: The search.
  ///   - total: How many runs its experiment has; nil for those of the search.
  init?(_ analysis: ExperimentAnalysis, of total: Int? = nil) {
    runs = analysis.runs.map(\.run).filter {
      $0.provenance[SearchProvenance.strategy] != nil || $0.provenance[SearchProvenance.metric] != nil
    }
    guard !runs.isEmpty else { return nil }
    metric = analysis.primaryMetric
    self.total = total ?? analysis.runs.count
    extent =
      analysis.populations.searches.count == 1
      ? SearchStrategy.extent(PopulationView(analysis, search: 0)) : nil
    prunedCount = runs.count { $0.status != .pruned && analysis.isPruned($0) }
  }

  /// How settings were chosen, if all runs agree: `grid`, `random`.
  var strategy: ExactString? {
    let found = Set(runs.map { ExactString($0.provenance[SearchProvenance.strategy] ?? "") })
    return found.count == 1 ? found.first : nil
  }

  /// What belongs on the first screen.
  var facts: [ReportFact] {
    [searchFact, ReportFact("Trials", trials), timeFact, commandFact].compactMap(\.self)
  }

  private var searchFact: ReportFact? {
    let strategies = distinct(SearchProvenance.strategy)
    let seeds = distinct(SearchProvenance.seed)
    var words: [RichText] = []
    if !strategies.isEmpty {
      words.append(RichText.list(strategies.prefix(3).map { "\(strong: SearchStrategy.name($0))" }))
    }
    if let extent { words.append("\(extent)") }
    if seeds.count == 1, let seed = seeds.first {
      words.append("seed \(Wording.label(seed))")
    } else if seeds.count > 1 {
      words.append("\(Wording.count(seeds.count, "seed"))")
    }
    // Where no search says what it is about, nobody searched for the metric that decides.
    if let metric, !distinct(SearchProvenance.metric).isEmpty {
      switch metric.direction {
      case .higherIsBetter: words.append("for high \(metric.titleInSentence)")
      case .lowerIsBetter: words.append("for low \(metric.titleInSentence)")
      case .unknown: words.append("for \(metric.titleInSentence)")
      }
    }
    guard !words.isEmpty else { return nil }
    return ReportFact("Search", RichText(Array(words.map(\.spans).joined(separator: [.init(", ")]))) + ".")
  }

  /// How many trials there are, and how they ended.
  private var trials: RichText {
    var text: RichText = "\(strong: Wording.number(runs.count)): \(RunEndings.words(runs))"
    if prunedCount > 0 {
      text =
        text
        + "; \(Wording.number(prunedCount)) \(prunedCount == 1 ? "was" : "were") pruned after \(prunedCount == 1 ? "it" : "they") had ended"
    }
    let repeated = runs.count {
      ($0.provenance[SearchProvenance.attempt].flatMap { Int($0) } ?? 1) > 1
    }
    if repeated > 0 { text = text + "; \(Wording.number(repeated)) took more than one attempt" }
    let workers = distinct(SearchProvenance.worker).count
    if workers > 0 { text = text + "; \(Wording.count(workers, "worker"))" }
    if total > runs.count {
      text = text + ". \(Wording.count(total - runs.count, "further run")) not of this search"
    }
    return text + "."
  }

  private var timeFact: ReportFact? {
    let starts = runs.compactMap(\.timestamp)
    guard let first = starts.min(), let last = starts.max() else { return nil }
    let ends = runs.compactMap { run -> UTCTimestamp? in
      guard let start = run.timestamp, let seconds = run.duration, seconds >= 0, seconds < 1e9 else {
        return nil
      }
      return UTCTimestamp(microseconds: start.microseconds &+ Int64(seconds * 1e6))
    }
    let end = ends.max().map { max($0, last) } ?? last
    let seconds = Double(end.microseconds &- first.microseconds) / 1e6
    guard seconds > 0 else { return ReportFact("Time", "\(first.dayAndTime).") }
    let what = ends.isEmpty ? "from the first start to the last" : "from the first start to the last end"
    return ReportFact(
      "Time", "\(first.dayAndTime); \(NumberText.duration(seconds: seconds)) \(what).")
  }

  /// The command; words that differ between trials, such as their settings, are left open.
  private var commandFact: ReportFact? {
    let commands = distinct(SearchProvenance.command).prefix(Self.commandLimit)
      .map { $0.split(separator: " ", omittingEmptySubsequences: false).map { ExactString(String($0)) } }
    guard let first = commands.first else { return nil }
    guard commands.allSatisfy({ $0.count == first.count }) else {
      let latest =
        runs.last { $0.provenance[SearchProvenance.command]?.isEmpty == false }?
        .provenance[SearchProvenance.command] ?? ""
      return ReportFact("Command", "\(code: Wording.cut(latest, to: 240)), of the latest trial")
    }
    let words = first.indices.map { place in
      commands.allSatisfy { $0[place] == first[place] } ? first[place].text : "…"
    }
    return ReportFact("Command", "\(code: Wording.cut(words.joined(separator: " "), to: 240))")
  }

  /// What runs say under a key, each text once, in the order of the runs.
  private func distinct(_ key: ExactString) -> [String] {
    var seen: Set<ExactString> = []
    return runs.compactMap { run in
      run.provenance[key].flatMap { !$0.isEmpty && seen.insert(ExactString($0)).inserted ? $0 : nil }
    }
  }
}
