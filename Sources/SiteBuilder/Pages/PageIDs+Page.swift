import ChartKit
import ReportModel

extension PageIDs {
  /// The same page with ids in place of slugs, no two alike: sections first, then all else in reading order; and with names
  /// of regions, no two alike.
  ///
  /// A row keeps the id that `rowID` gives it or none, since other pages link to it.
  mutating func identify(_ page: ReportPage, rowID: (LinkTarget) -> String?) -> ReportPage {
    var page = page
    for position in page.sections.indices {
      page.sections[position].slug = claim(page.sections[position].slug)
    }
    page.openingFigure = page.openingFigure.map { identify($0, rowID) }
    for position in page.sections.indices {
      page.sections[position].blocks = identify(page.sections[position].blocks, rowID)
    }
    return page
  }

  private mutating func identify(_ blocks: [ReportBlock], _ rowID: (LinkTarget) -> String?) -> [ReportBlock] {
    var result: [ReportBlock] = []
    for block in blocks {
      switch block {
      case .figure(let figure): result.append(.figure(identify(figure, rowID)))
      case .table(let table): result.append(.table(identify(table, rowID)))
      case .preformatted(let label, let text):
        result.append(.preformatted(label: distinctName(label), text: text))
      case .fold(let summary, let blocks):
        result.append(.fold(summary: summary, blocks: identify(blocks, rowID)))
      case .columns(let columns, let leadsWithFirst):
        var identified: [[ReportBlock]] = []
        for column in columns { identified.append(identify(column, rowID)) }
        result.append(.columns(identified, leadsWithFirst: leadsWithFirst))
      default: result.append(block)
      }
    }
    return result
  }

  private mutating func identify(_ figure: ReportFigure, _ rowID: (LinkTarget) -> String?) -> ReportFigure {
    var figure = figure
    figure.slug = claim(figure.slug, isFigure: true)
    switch figure.body {
    case .table(let table): figure.body = .table(identify(table, rowID))
    case .chart(let chart): figure.name = distinctName(chart.title)
    }
    figure.data = figure.data.map { identify($0, rowID) }
    return figure
  }

  private mutating func identify(_ table: ReportTable, _ rowID: (LinkTarget) -> String?) -> ReportTable {
    var table = table
    table.label = distinctName(table.label)
    for group in table.groups.indices {
      for row in table.groups[group].rows.indices {
        guard let target = table.groups[group].rows[row].anchor else { continue }
        let id = if case .anchor(let slug) = target { slug as String? } else { rowID(target) }
        let isFree = id.map { claimExactly($0) } ?? false
        table.groups[group].rows[row].anchor = isFree ? id.map(LinkTarget.anchor) : nil
      }
    }
    return table
  }
}
