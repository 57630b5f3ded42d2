import Diagnostics
import RunModel

extension RunReport {
  /// Longer traces show their end first, since that says what went wrong; the whole is folded below.
  private static let openLines = 40
  /// The names that logs of programs have.
  private static let logNames: Set<ExactString> = [
    "log", "output", "log.txt", "output.log", "stdout", "console",
  ]

  /// What ended the run, with the trace.
  var errorSection: ReportSection? {
    guard let error = subject.run.error, !error.isEmpty else { return nil }
    var blocks: [ReportBlock] = []
    let lines = error.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.count > Self.openLines {
      let end = lines.suffix(Self.openLines).joined(separator: "\n")
      blocks.append(
        .remark("The last \(Wording.number(Self.openLines)) of \(Wording.count(lines.count, "line")):"))
      blocks.append(.preformatted(label: "The end of the error", text: end))
      blocks.append(
        .fold(summary: "The error in full", blocks: [.preformatted(label: "The error in full", text: error)]))
    } else {
      blocks.append(.preformatted(label: "Error", text: error))
    }
    if subject.run.artifacts.contains(where: { Self.logNames.contains($0.id) }) {
      blocks.append(.paragraph("What the program wrote is under \("Artifacts", link: .anchor("artifacts"))."))
    }
    return ReportSection(slug: "error", title: "Error", blocks: blocks)
  }

  /// Which trial of a search the run is; nil where no search made it.
  var trialFact: ReportFact? { trial.map { ReportFact("Trial", $0) } }

  private var trial: RichText? {
    let said = subject.run.provenance
    guard let job = said[SearchProvenance.job],
      said[SearchProvenance.strategy] != nil || said[SearchProvenance.metric] != nil
    else { return nil }
    let search = said[SearchProvenance.strategy].map(SearchStrategy.search) ?? "a search"
    var text: RichText = "Job \(code: Wording.label(job)) of \(search)"
    if let attempt = said[SearchProvenance.attempt] {
      text = text + ", attempt \(Wording.cut(attempt, to: 12))"
    }
    if let worker = said[SearchProvenance.worker] { text = text + ", worker \(code: Wording.label(worker))" }
    return text + "."
  }
}
