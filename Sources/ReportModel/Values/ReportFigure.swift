package import ChartKit

/// A figure: the finding, what is drawn, the drawing, how to read it, the data.
package struct ReportFigure: Sendable {
  /// Names the figure within its page: letters, digits, hyphens.
  package var slug: String
  /// What it shows, as a sentence computed from the data; absent where there is nothing to say.
  package var finding: RichText?
  /// What is drawn, on which data, how many examples, where an axis starts.
  package var what: RichText
  /// What is drawn.
  package var body: Body
  /// A short help for those who see such a figure for the first time.
  package var howToRead: String?
  /// The name of the drawing among those of its page for those who cannot see it; nil where the chart's title is one.
  package var name: String?
  /// The data of the drawing where they lead to other pages; nil where the chart’s own table says all.
  package var data: ReportTable?

  /// What a figure holds.
  package enum Body: Sendable {
    /// A chart, with its own data table.
    case chart(any Chart)
    /// A table that is the figure.
    case table(ReportTable)
  }

  /// A figure.
  package init(
    slug: String, finding: RichText?, what: RichText, body: Body, howToRead: String? = nil
  ) {
    self.slug = slug
    self.finding = finding
    self.what = what
    self.body = body
    self.howToRead = howToRead
  }

  /// A figure of a chart.
  package init(
    slug: String, finding: RichText?, what: RichText, chart: any Chart, howToRead: String? = nil
  ) {
    self.init(slug: slug, finding: finding, what: what, body: .chart(chart), howToRead: howToRead)
  }

  /// A figure of a table.
  package init(
    slug: String, finding: RichText?, what: RichText, table: ReportTable, howToRead: String? = nil
  ) {
    self.init(slug: slug, finding: finding, what: what, body: .table(table), howToRead: howToRead)
  }
}
