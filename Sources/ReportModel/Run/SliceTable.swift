import ChartKit
import Diagnostics
import Evaluation
import Markup

/// Slices as a table: each with its value beside that of the rest, the difference, and how sure it is.
struct SliceTable {
  private let slices: ArraySlice<EvaluatedSlice>
  private let name: String
  private let metric: ClassificationMetric?
  private let plot: RowPlot

  /// A table of slices by the metric of this name.
  init(_ slices: ArraySlice<EvaluatedSlice>, metric name: String) {
    self.slices = slices
    self.name = name
    metric = MetricRegistry.standard[name]
    // Wide intervals of a few rows would press all others together.
    let scaled = slices.contains { !$0.isSmall } ? slices.filter { !$0.isSmall } : Array(slices)
    plot = RowPlot(
      values: scaled.flatMap { slice -> [Double] in
        let own = Self.result(name, slice.part)
        let interval = own?.interval.interval
        return [own?.value.number, interval?.low, interval?.high, slice.rest[name]?.number]
          .compactMap(\.self)
      }, width: 150)
  }

  /// The value at which the axis of the plot starts.
  var plotStart: String { plot.start }

  /// Whether differences are given in points.
  private var isProportion: Bool { metric?.range == 0...1 }

  var table: ReportTable {
    let isAccuracy = name == "accuracy"
    return ReportTable(
      label: "Slices",
      columns: [
        .init("Slice"), .init("n", .number), .init("\(metric?.title ?? name)", .tightNumber),
        .init("95 % interval", .interval), .init("Plotted", .plot, axis: plot.axis()),
        .init("Rest", .number), .init(isProportion ? "Difference, points" : "Difference", .tightNumber),
        .init("95 % interval of the difference", .interval, isTitleHidden: true),
        .init(isAccuracy ? "Adjusted p" : "Adjusted p of accuracy", .number),
      ],
      rows: slices.map(row), layout: .init(isFull: true, isPinned: true, isSortable: true))
  }

  private func row(_ slice: EvaluatedSlice) -> ReportTable.Row {
    let own = Self.result(name, slice.part)
    let interval = own?.interval.interval
    let value = own?.value.number
    let rest = slice.rest[name]
    let title = SliceWords.name(slice.definition)
    let dots = [
      RowPlot.Dot(rest?.number, look: .baseline),
      RowPlot.Dot(
        value, low: interval?.low, high: interval?.high, look: slice.isSmall ? .context : .slot(1)),
    ]
    return .init([
      slice.isSmall
        ? .init("\(quiet: title)", note: "fewer than \(EvaluatedSlice.smallestRows)")
        : .init(plain: title),
      .init(plain: Wording.number(slice.part.rows)),
      .init("\(MetricText.value(own?.value))", note: note(own, of: slice)),
      .init(plain: value.flatMap { MetricText.interval(interval, of: $0) } ?? ""),
      value == nil && rest?.number == nil ? "" : .init(drawing: plot.dots(dots)),
      .init("\(MetricText.value(rest))", note: rest?.reason.map { "undefined: \($0)" }),
      .init(plain: difference(slice.primaryDifference)),
      .init(plain: range(slice.primaryDifference)),
      .init(plain: slice.adjustedPValue.number.map(NumberText.pValue) ?? "—"),
    ])
  }

  private func note(_ own: MetricResult?, of slice: EvaluatedSlice) -> RichText? {
    if let reason = own?.value.reason { return "undefined: \(reason)" }
    guard slice.absentLabelCount > 0, name.hasSuffix("_macro") else { return nil }
    return "\(Wording.count(slice.absentLabelCount, "label")) without a row here"
  }

  private func difference(_ difference: SliceDifference) -> String {
    guard let value = difference.value.number else { return "—" }
    guard isProportion else { return MetricText.difference(value, isProportion: false) }
    let text = MetricText.difference(value, isProportion: true)
    return text.hasSuffix(" points") ? String(text.dropLast(" points".count)) : text
  }

  private func range(_ difference: SliceDifference) -> String {
    difference.interval.interval.map { PairedText.interval($0, isProportion: isProportion) } ?? ""
  }

  private static func result(_ name: String, _ part: SlicePart) -> MetricResult? {
    part.metrics.first { $0.name == name }
  }
}
