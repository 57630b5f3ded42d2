import ChartKit
import ReportModel

/// Everything that a page says, as plain text.
struct PageText {
  private(set) var lines: [String] = []

  /// The words of `page`.
  init(_ page: ReportPage) {
    add([page.title, page.titleDetail])
    add(page.breadcrumbs + page.meta + page.lede)
    add(page.facts)
    page.openingFigure.map { add($0) }
    for section in page.sections {
      add([section.title])
      add(section.blocks)
    }
    add(page.colophon)
  }

  /// The words of `blocks`.
  init(_ blocks: [ReportBlock]) {
    add(blocks)
  }

  /// Whether `text` occurs in a line.
  func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  private mutating func add(_ texts: [String]) { lines += texts }

  private mutating func add(_ texts: [RichText]) { lines += texts.map(\.plain) }

  private mutating func add(_ facts: [ReportFact]) { lines += facts.map { "\($0.name): \($0.text.plain)" } }

  private mutating func add(_ blocks: [ReportBlock]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: ReportBlock) {
    switch block {
    case .paragraph(let text), .remark(let text): add([text])
    case .heading(let text), .markdown(let text): add([text])
    case .figure(let figure): add(figure)
    case .columns(let columns, _): add(columns.flatMap(\.self))
    case .table(let table): add(table)
    case .facts(let facts): add(facts)
    case .fold(let summary, let blocks):
      add([summary])
      add(blocks)
    case .preformatted(let label, let text): add([label, text])
    case .pager, .artifact, .artifactRow: break
    }
  }

  private mutating func add(_ figure: ReportFigure) {
    add([figure.finding ?? "", figure.what])
    add([figure.howToRead ?? ""])
    switch figure.body {
    case .chart(let chart): add([chart.title, chart.summary] + chart.table.rows.flatMap(\.self))
    case .table(let table): add(table)
    }
  }

  private mutating func add(_ table: ReportTable) {
    add([table.label])
    add(table.columns.map(\.title))
    for group in table.groups {
      add([group.title ?? ""])
      for cell in group.rows.flatMap(\.cells) { add([cell.text, cell.note ?? ""]) }
    }
  }
}

extension ReportPage {
  /// The section of this slug.
  func section(_ slug: String) -> ReportSection? { sections.first { $0.slug == slug } }

  /// All tables, also those within figures and folds.
  var tables: [ReportTable] { sections.flatMap { $0.blocks.flatMap(\.tables) } }

  /// The fact of this name.
  func fact(_ name: String) -> String? { facts.first { $0.name == name }?.text.plain }
}

extension ReportBlock {
  /// The tables in this block.
  var tables: [ReportTable] {
    switch self {
    case .table(let table): [table]
    case .figure(let figure): if case .table(let table) = figure.body { [table] } else { [] }
    case .columns(let columns, _): columns.flatMap { $0.flatMap(\.tables) }
    case .fold(_, let blocks): blocks.flatMap(\.tables)
    default: []
    }
  }

  /// The figures in this block.
  var figures: [ReportFigure] {
    switch self {
    case .figure(let figure): [figure]
    case .columns(let columns, _): columns.flatMap { $0.flatMap(\.figures) }
    case .fold(_, let blocks): blocks.flatMap(\.figures)
    default: []
    }
  }
}
