import ChartKit
import Diagnostics
import Markup
import RunModel

extension RunReport {
  var problemsSection: ReportSection? {
    guard !subject.diagnostics.isEmpty else { return nil }
    return ReportSection(
      slug: "problems", title: "Problems in the input", shortTitle: "Problems",
      count: subject.diagnostics.count,
      blocks: [.table(DiagnosticTable.table(subject.diagnostics))])
  }

  var notesSection: ReportSection? {
    guard let notes = subject.run.notes, !notes.isEmpty else { return nil }
    return ReportSection(slug: "notes", title: "Notes", blocks: [.markdown(notes)])
  }

  /// Metrics over steps, where the run logged them so.
  var historySection: ReportSection? {
    let figures = HistoryFigures.figures(subject.run)
    guard !figures.isEmpty else { return nil }
    return ReportSection(
      slug: "history", title: "History", count: nil,
      blocks: stride(from: 0, to: figures.count, by: 2).map { start in
        .columns(figures[start..<min(start + 2, figures.count)].map { [.figure($0)] }, leadsWithFirst: false)
      })
  }

  var parametersSection: ReportSection? {
    let run = subject.run
    var blocks: [ReportBlock] = []
    if !run.params.isEmpty {
      blocks.append(
        .table(
          ReportTable(
            label: "Parameters", columns: [.init("Parameter"), .init("Value")],
            rows: run.parameterNames.map { name in
              .init(["\(code: name.text)", .init(ScalarText.parameter(run.params[name]))])
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

  var dictsSection: ReportSection? {
    let run = subject.run
    let names = run.dicts.keys.sorted(by: NaturalOrder.precedes)
    guard !names.isEmpty else { return nil }
    let tables = names.map { name -> [ReportBlock] in
      let values = run.dicts[name] ?? [:]
      return [
        .heading(name.text),
        .table(
          ReportTable(
            label: name.text, columns: [.init("Key"), .init("Value")],
            rows: values.keys.sorted(by: NaturalOrder.precedes).map { key in
              .init(["\(code: key.text)", .init(ScalarText.parameter(values[key]))])
            })),
      ]
    }
    return ReportSection(
      slug: "dicts", title: "Dicts", count: names.count,
      blocks: stride(from: 0, to: tables.count, by: 2).map { start in
        .columns(Array(tables[start..<min(start + 2, tables.count)]), leadsWithFirst: false)
      })
  }

  var artifactsSection: ReportSection? {
    let artifacts = subject.run.artifacts
    guard !artifacts.isEmpty else { return nil }
    return ReportSection(
      slug: "artifacts", title: "Artifacts", count: artifacts.count,
      blocks: artifacts.map { .artifact(run: subject.run.id, id: $0.id) })
  }

  var provenanceSection: ReportSection? {
    let run = subject.run
    var facts = [ReportFact("Run", "\(code: run.id.description)")]
    if let timestamp = run.timestamp { facts.append(ReportFact("Started", "\(timestamp.dayAndTime)")) }
    if let parent = run.parent { facts.append(ReportFact("Parent", "\(code: parent)")) }
    for key in run.provenance.keys.sorted(by: NaturalOrder.precedes) {
      facts.append(
        ReportFact(Wording.cut(key.text, to: 60), "\(Wording.cut(run.provenance[key] ?? "", to: 300))"))
    }
    if !run.tags.isEmpty {
      let tags = run.tags.keys.sorted(by: NaturalOrder.precedes).map { "\($0.text) = \(run.tags[$0] ?? "")" }
      facts.append(ReportFact("Tags", "\(Wording.cut(tags.joined(separator: ", "), to: 600))"))
    }
    if let evaluated = subject.evaluated {
      facts.append(
        ReportFact("Test set", "\(code: String(evaluated.testSet.prefix(12))) (digest of ids and truths)"))
    }
    var blocks: [ReportBlock] = [.facts(facts)]
    if let error = run.error {
      blocks.append(.fold(summary: "Error in full", blocks: [.preformatted(label: "Error", text: error)]))
    }
    return ReportSection(slug: "provenance", title: "Provenance", blocks: blocks)
  }
}
