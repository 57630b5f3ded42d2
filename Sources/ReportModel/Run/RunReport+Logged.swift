import ChartKit
import Diagnostics
import Markup
import RunModel

extension RunReport {
  /// What was wrong with the run's files.
  var problemsSection: ReportSection? {
    guard !subject.diagnostics.isEmpty else { return nil }
    return ReportSection(
      slug: "problems", title: "Problems in the input", shortTitle: "Problems",
      count: subject.diagnostics.count,
      blocks: DiagnosticTable.blocks(subject.diagnostics))
  }

  /// What the author wrote.
  var notesSection: ReportSection? {
    guard let notes = subject.run.notes, !notes.isEmpty else { return nil }
    return ReportSection(slug: "notes", title: "Notes", blocks: [.markdown(notes)])
  }

  /// Metrics over steps, where the run logged them so.
  var historySection: ReportSection? {
    let (figures, leftOut) = HistoryFigures.figures(subject.run)
    guard !figures.isEmpty else { return nil }
    let remark: [ReportBlock] =
      leftOut > 0
      ? [.remark("Not drawn: \(Wording.count(leftOut, "more quantity", "more quantities")).")] : []
    return ReportSection(
      slug: "history", title: "History",
      blocks: ReportBlock.pairs(figures.map { [.figure($0)] }) + remark)
  }

  /// What was set, and the model's inputs.
  var parametersSection: ReportSection? {
    let run = subject.run
    var blocks: [ReportBlock] = []
    if !run.params.isEmpty {
      blocks.append(
        .table(
          ReportTable(
            label: "Parameters", columns: [.init("Parameter"), .init("Value")],
            rows: run.parameterNames.map { name in
              .init(["\(code: Wording.label(name.text))", .init(ScalarText.parameter(run.params[name]))])
            })))
    }
    if !run.features.isEmpty { blocks.append(FeatureList.block(run.features)) }
    guard !blocks.isEmpty else { return nil }
    let title =
      run.features.isEmpty ? "Parameters" : run.params.isEmpty ? "Features" : "Parameters and features"
    return ReportSection(
      slug: "parameters", title: title, shortTitle: run.params.isEmpty ? "Features" : "Parameters",
      count: run.params.isEmpty ? run.features.count : run.params.count, blocks: blocks)
  }

  /// The tables of values that the run logged, two beside each other.
  var dictsSection: ReportSection? {
    let run = subject.run
    let names = run.dicts.keys.sorted(by: NaturalOrder.precedes)
    guard !names.isEmpty else { return nil }
    let tables = names.map { name -> [ReportBlock] in
      let values = run.dicts[name] ?? [:]
      return [
        .heading(Wording.label(name.text)),
        .table(
          ReportTable(
            label: Wording.label(name.text), columns: [.init("Key"), .init("Value")],
            rows: values.keys.sorted(by: NaturalOrder.precedes).map { key in
              .init(["\(code: Wording.label(key.text))", .init(ScalarText.parameter(values[key]))])
            })),
      ]
    }
    return ReportSection(
      slug: "dicts", title: "Dicts", count: names.count,
      blocks: ReportBlock.pairs(tables))
  }

  /// What the run left behind.
  var artifactsSection: ReportSection? {
    let artifacts = subject.run.artifacts
    guard !artifacts.isEmpty else { return nil }
    return ReportSection(
      slug: "artifacts", title: "Artifacts", count: artifacts.count,
      blocks: artifacts.map { .artifact(run: subject.run.id, id: $0.id) })
  }
}
