import Diagnostics
import Evaluation
import Markup
import RunModel

extension RunReport {
  /// No page lists more errors than this.
  package static let errorLimit = 40
  /// Texts are cut to so many characters.
  static let textLimit = 160

  /// The most confident errors, of every kind some; only their number where examples are to be kept off pages.
  var errorsSection: ReportSection? {
    guard let evaluation else { return nil }
    let count = evaluation.errorCount
    guard count > 0 else { return nil }
    guard examples != .none else {
      return section(
        count, [.remark("\(Wording.count(count, "error")); the configuration keeps examples off the pages.")])
    }
    let shown = evaluation.mostConfidentErrors(limit: Self.errorLimit)
    let table = ErrorTable(shown, evaluation: evaluation, examples: examples, run: subject.run.id).table
    return section(count, [.remark(remark(shown: shown.count, of: count)), .table(table)])
  }

  private func section(_ count: Int, _ blocks: [ReportBlock]) -> ReportSection {
    ReportSection(slug: "errors", title: "Errors", count: count, blocks: blocks)
  }

  private func remark(shown: Int, of all: Int) -> RichText {
    let hasConfidence = evaluation?.schema.hasProbabilities == true
    let rest = all - shown
    var text: RichText
    if rest == 0 {
      let order = hasConfidence ? "most confident first" : "in the order of the file"
      text = all == 1 ? "The only error." : "All \(Wording.number(all)) errors, \(order)."
    } else {
      let choice =
        hasConfidence
        ? "the most confident of every kind of mistake in turn" : "of every kind of mistake in turn the first"
      text =
        "\(Wording.number(shown)) of \(Wording.number(all)) errors, \(choice); \(Wording.number(rest)) "
        + "\(rest == 1 ? "is" : "are") left out here."
    }
    if hasFiles {
      let files: RichText = "\(PageFiles.errors, link: .file(PageFiles.errors))"
      text = text + (all == 1 ? " It is also in " : " All of them are in ") + files + "."
    }
    return text
  }
}
