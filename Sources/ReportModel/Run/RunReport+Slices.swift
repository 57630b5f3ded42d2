import Diagnostics
import Evaluation
import Markup

extension RunReport {
  /// More slices than this are left to the file beside the page.
  private static let sliceLimit = 25

  /// Slices beside the rest of the rows, the worst first, and what could not be sliced by.
  var slicesSection: ReportSection? {
    guard let parts, parts.mayHaveSlices else { return nil }
    let evaluation = parts.slices
    let slices = evaluation.published(with: examples)
    let kept = evaluation.slices.count - slices.count
    var blocks: [ReportBlock] = []
    if !slices.isEmpty { blocks.append(.figure(figure(slices, of: evaluation, keptOff: kept))) }
    if slices.isEmpty, kept > 0 { blocks.append(.remark(Self.keptOff(kept))) }
    if !evaluation.problems.isEmpty { blocks.append(Self.problems(evaluation.problems)) }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      slug: "slices", title: "Slices", count: slices.isEmpty ? nil : slices.count, blocks: blocks)
  }

  private func figure(
    _ slices: [EvaluatedSlice], of evaluation: SliceEvaluation, keptOff: Int
  ) -> ReportFigure {
    let metric = evaluation.primaryMetric
    let title = MetricRegistry.standard[metric].map { MetricText.inSentence($0.title) } ?? metric
    let shown = slices.prefix(Self.sliceLimit)
    let table = SliceTable(shown, metric: metric)
    let order = MetricRegistry.standard[metric]?.direction == .lowerIsBetter ? "above" : "below"
    var what: RichText =
      "Each slice beside the rest, \(sample); the furthest \(order) the rest in \(title) first. Filled: the slice with its interval; hollow: the rest. The plot starts at \(table.plotStart)."
    if slices.contains(where: \.isSmall) {
      what =
        what
        + " Grey and last: fewer than \(EvaluatedSlice.smallestRows) \(noun.plural), too few to say much."
    }
    if slices.count > shown.count {
      let file: RichText = hasFiles ? "; \("all of them", link: .file(PageFiles.slices))" : ""
      what = what + " The first \(shown.count) of \(Wording.number(slices.count)) slices" + file + "."
    } else if hasFiles {
      what = what + " With further metrics in \(PageFiles.slices, link: .file(PageFiles.slices))."
    }
    if keptOff > 0 { what = what + " " + Self.keptOff(keptOff) }
    return ReportFigure(
      slug: "slices-table", finding: SliceWords.finding(slices), what: what, table: table.table,
      howToRead: """
        A slice is some of the rows: those with one value in a further column of the predictions, or those for which an \
        expression of assay.yaml holds. The rest is all other rows. The difference is slice less rest. p is how often \
        the shares of right rows would differ at least as much by chance if the slice were like the rest, corrected for \
        the number of slices (Holm): where it is above 0.05, the difference may well be chance.
        """)
  }

  private static func keptOff(_ count: Int) -> RichText {
    let verb = count == 1 ? "is" : "are"
    return
      "\(Wording.count(count, "slice")) of fewer than \(EvaluatedSlice.smallestRows) rows \(verb) not named, as the configuration keeps examples off the pages."
  }

  /// The attributes and expressions that gave no slice.
  private static func problems(_ problems: [SliceProblem]) -> ReportBlock {
    .fold(
      summary: "Not sliced by: \(Wording.number(problems.count))",
      blocks: [
        .table(
          ReportTable(
            label: "Not sliced by", columns: [.init("Column or expression"), .init("Why", .prose)],
            rows: problems.map { problem in
              switch problem {
              case .attribute(let name, let reason):
                .init([.init(plain: Wording.label(name.text)), .init(plain: Wording.sentenceStart(reason))])
              case .expression(let expression, let error):
                .init([
                  .init("\(code: Wording.cut(expression.source, to: 80))"),
                  .init(plain: Wording.sentenceStart(error.description)),
                ])
              }
            }))
      ])
  }
}
