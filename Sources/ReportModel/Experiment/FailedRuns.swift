import Diagnostics
import RunModel

/// The runs of an experiment that failed, those with equal errors together.
struct FailedRuns {
  /// Runs whose errors end in the same line.
  struct Group {
    /// The last line of the error, which is where most programs say what went wrong.
    let summary: String
    /// The runs, oldest first.
    let runs: [Run]
  }

  /// The groups, that with most runs first, of equals that with the older run.
  let groups: [Group]
  private let total: Int
  private let differing: [ExactString]

  /// So many groups are told.
  private static let groupLimit = 12
  /// So many runs of a group are listed.
  private static let runLimit = 8
  /// So many parameters of a run.
  private static let parameterLimit = 4
  /// So many parameters that differ are looked at.
  private static let differingLimit = 200
  /// So much of a trace is shown: its end.
  private static let traceLimit = 4_000

  /// Nil where no run failed.
  ///
  /// - Complexity: O(n log n) for n runs.
  init?(_ analysis: ExperimentAnalysis) {
    let failed = analysis.runs.map(\.run).filter {
      $0.status == .failed || ($0.error != nil && $0.status != .completed)
    }
    guard !failed.isEmpty else { return nil }
    var members: [ExactString: [Run]] = [:]
    var order: [ExactString] = []
    for run in failed {
      let key = ExactString(Self.summary(run))
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(run)
    }
    let found = order.map { Group(summary: $0.text, runs: members[$0] ?? []) }
    groups = found.enumerated().sorted { left, right in
      let counts = (left.element.runs.count, right.element.runs.count)
      return counts.0 == counts.1 ? left.offset < right.offset : counts.0 > counts.1
    }.map(\.element)
    total = analysis.runs.count
    differing = Array(analysis.differingParameters.prefix(Self.differingLimit))
  }

  /// How many runs failed.
  var count: Int { groups.reduce(0) { $0 + $1.runs.count } }

  /// How many failed, and where to read of it, for the first screen.
  var fact: ReportFact {
    let most = groups[0]
    let alike: RichText =
      most.runs.count > 1
      ? " \(most.runs.count == count ? "All" : Wording.number(most.runs.count)) of them alike: \(code: Self.unended(most.summary, to: 120))."
      : ""
    return ReportFact(
      "Failed",
      "\("\(Wording.number(count)) of \(Wording.count(total, "run"))", link: .anchor("failed-runs"))." + alike
    )
  }

  var section: ReportSection {
    let shown = groups.prefix(Self.groupLimit)
    var remark: RichText = "\(Wording.number(count)) of \(Wording.count(total, "run")) failed"
    remark =
      remark
      + (groups.count == 1
        ? (count == 1 ? "." : ", all with the same last line of their errors.")
        : ", with \(Wording.count(groups.count, "different last line")) of their errors; the most frequent first.")
    if shown.count < groups.count {
      let rest = groups.dropFirst(shown.count).reduce(0) { $0 + $1.runs.count }
      remark =
        remark
        + " Told here: \(Wording.number(shown.count)) of them; \(Wording.count(rest, "further run")) failed in other ways."
    }
    return ReportSection(
      slug: "failed-runs", title: "Failed runs", shortTitle: "Failed", count: count,
      blocks: [.remark(remark)] + shown.flatMap(blocks))
  }

  /// The words of an error, cut, without the full stop that the sentence around them has anyway.
  private static func unended(_ summary: String, to limit: Int) -> String {
    let text = Wording.cut(summary, to: limit)
    return text.hasSuffix(".") && !text.hasSuffix("..") ? String(text.dropLast()) : text
  }

  private func blocks(_ group: Group) -> [ReportBlock] {
    let count = group.runs.count
    let lead = count == 1 ? "One run failed" : "\(Wording.count(count, "run")) failed alike"
    var sentence: RichText = "\(strong: lead): \(code: Self.unended(group.summary, to: 240))"
    let shared = sharedSettings(group)
    if !shared.isEmpty {
      sentence =
        sentence + ". All of them have " + RichText.list(shared) + ", which not all runs have."
    }
    var blocks: [ReportBlock] = [.paragraph(sentence), .table(table(group))]
    if count > Self.runLimit {
      blocks.append(
        .remark(
          "\(Wording.count(count - Self.runLimit, "more run")) of this kind, listed among the runs that are not ranked."
        ))
    }
    if let run = group.runs.last, let error = run.error, let trace = Self.trace(error) {
      let name = RunName.full(run)
      blocks.append(
        .fold(
          summary: "Error of \(Wording.label(name))\(trace.isCut ? ", its end" : "")",
          blocks: [.preformatted(label: "Error of \(Wording.label(name))", text: trace.text)]))
    }
    return blocks
  }

  private func table(_ group: Group) -> ReportTable {
    let shown = group.runs.prefix(Self.runLimit)
    let names = differing.filter { name in shown.contains { $0.params[name] != nil } }
      .prefix(Self.parameterLimit)
    let hasAttempts = shown.contains { $0.provenance[SearchProvenance.attempt] != nil }
    return ReportTable(
      label: "Runs that failed with \(Wording.cut(group.summary, to: 60))",
      columns: [.init("Run"), .init("Started")] + (hasAttempts ? [.init("Attempt", .number)] : [])
        + names.map { .init("\(code: Wording.label($0.text))") },
      rows: shown.map { run in
        .init(
          ["\(RunName.full(run), link: .run(run.id))", "\(run.timestamp?.dayAndTime ?? "—")"]
            + (hasAttempts
              ? [.init(plain: Wording.cut(run.provenance[SearchProvenance.attempt] ?? "—", to: 12))] : [])
            + names.map { .init(ScalarText.parameter(run.params[$0], limit: 40)) })
      })
  }

  /// What all runs of a group of several were set to that not all runs of the experiment were.
  private func sharedSettings(_ group: Group) -> [RichText] {
    guard let first = group.runs.first, group.runs.count > 1 else { return [] }
    let shared = differing.filter { name in
      guard let value = first.params[name] else { return false }
      return group.runs.allSatisfy { $0.params[name].map { $0.hasSameValue(as: value) } == true }
    }
    return shared.prefix(3).map { name in
      "\(code: Wording.label(name.text)) = \(ScalarText.parameter(first.params[name], limit: 40).plain)"
    }
  }

  /// The last line of a run's error that is not blank.
  private static func summary(_ run: Run) -> String {
    guard let error = run.error else { return "no error was recorded" }
    let line = Wording.lastLine(of: error, limit: 1_000)
    return line.isEmpty ? "an empty error" : line
  }

  /// The end of an error that has more to say than its last line; nil if it has not.
  private static func trace(_ error: String) -> (text: String, isCut: Bool)? {
    let scalars = error.unicodeScalars
    guard scalars.count > traceLimit else {
      let isMore = error.contains(where: \.isNewline) || scalars.count > 240
      return isMore ? (error, false) : nil
    }
    var end = String.UnicodeScalarView()
    end.append(contentsOf: scalars.suffix(traceLimit))
    return (String(end), true)
  }
}
