package import ChartKit

/// A table as a value: heads, and rows in groups.
package struct ReportTable: Hashable, Sendable {
  /// What the table shows, for those who cannot see it; also its name in the page.
  package var label: String
  /// The heads, in order.
  package var columns: [Column]
  /// The rows, in groups that a line of its own may introduce.
  package var groups: [Group]
  /// How it is set.
  package var layout: Layout

  /// A table of one group without a head line.
  package init(label: String, columns: [Column], rows: [Row], layout: Layout = Layout()) {
    self.init(label: label, columns: columns, groups: [Group(rows: rows)], layout: layout)
  }

  /// A table of groups.
  package init(label: String, columns: [Column], groups: [Group], layout: Layout = Layout()) {
    self.label = label
    self.columns = columns
    self.groups = groups
    self.layout = layout
  }

  /// How many rows all groups have together.
  package var rowCount: Int { groups.reduce(0) { $0 + $1.rows.count } }
}

extension ReportTable {
  /// How a table is set.
  package struct Layout: Hashable, Sendable {
    /// Takes the page's width.
    package var isFull = false
    /// Keeps its first column in view when it is scrolled sideways.
    package var isPinned = false
    /// Sets many narrow columns.
    package var isDense = false
    /// Gives the rows air, for small drawings in them.
    package var isTall = false
    /// Lets a script offer sorting by a click on a head.
    package var isSortable = false
    /// The file beside the page that has the rows of all pages for this script; nil where all rows are here.
    package var rowsFile: String?

    /// A layout; all off unless told.
    package init(
      isFull: Bool = false, isPinned: Bool = false, isDense: Bool = false, isTall: Bool = false,
      isSortable: Bool = false, rowsFile: String? = nil
    ) {
      self.isFull = isFull
      self.isPinned = isPinned
      self.isDense = isDense
      self.isTall = isTall
      self.isSortable = isSortable
      self.rowsFile = rowsFile
    }
  }

  /// One column's head.
  package struct Column: Hashable, Sendable {
    /// The words of the head; never empty.
    package var title: RichText
    /// What the column holds.
    package var content: Content
    /// A drawing in the head, such as the axis of the drawings below it.
    package var axis: Drawing?
    /// Whether only those who cannot see the table get the words: where what the column holds is plain to see.
    package var isTitleHidden: Bool

    /// A column.
    package init(
      _ title: RichText, _ content: Content = .text, axis: Drawing? = nil, isTitleHidden: Bool = false
    ) {
      self.title = title
      self.content = content
      self.axis = axis
      self.isTitleHidden = isTitleHidden
    }
  }

  /// What a column holds, which decides its alignment.
  package enum Content: Hashable, Sendable {
    /// Words, set left.
    case text
    /// Numbers, set right.
    case number
    /// Numbers that the next column belongs to, such as its interval.
    case tightNumber
    /// Intervals, small and grey.
    case interval
    /// Small drawings.
    case plot
    /// Long text that may wrap.
    case prose
  }

  /// Rows that belong together.
  package struct Group: Hashable, Sendable {
    /// A line that introduces them, if any.
    package var title: RichText?
    /// The rows, in order.
    package var rows: [Row]

    /// A group.
    package init(title: RichText? = nil, rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }
}
