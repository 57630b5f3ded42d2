package import ChartKit
package import RunModel

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

    /// A layout; all off unless told.
    package init(
      isFull: Bool = false, isPinned: Bool = false, isDense: Bool = false, isTall: Bool = false,
      isSortable: Bool = false
    ) {
      self.isFull = isFull
      self.isPinned = isPinned
      self.isDense = isDense
      self.isTall = isTall
      self.isSortable = isSortable
    }
  }

  /// One column's head.
  package struct Column: Hashable, Sendable {
    /// The words of the head.
    package var title: RichText
    /// What the column holds.
    package var content: Content
    /// A drawing in the head, such as the axis of the drawings below it.
    package var axis: Drawing?

    /// A column.
    package init(_ title: RichText, _ content: Content = .text, axis: Drawing? = nil) {
      self.title = title
      self.content = content
      self.axis = axis
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

  /// One row: its first cell is its head.
  package struct Row: Hashable, Sendable {
    /// The cells, one for each column, or fewer when the last one spans the rest.
    package var cells: [Cell]
    /// Whether it is the row that the page is about.
    package var isThis: Bool
    /// The name other places link to, if any.
    package var anchor: LinkTarget?

    /// A row.
    package init(_ cells: [Cell], isThis: Bool = false, anchor: LinkTarget? = nil) {
      self.cells = cells
      self.isThis = isThis
      self.anchor = anchor
    }
  }

  /// One cell.
  package struct Cell: Hashable, Sendable {
    /// Its words.
    package var text: RichText
    /// A smaller line below them.
    package var note: RichText?
    /// A drawing instead of words.
    package var drawing: Drawing?
    /// Whether it holds the best value of its column.
    package var isBest: Bool
    /// The image of an example, by the path that its row names and the run that the path belongs to.
    package var image: ExampleImage?

    /// A cell of words.
    package init(_ text: RichText, note: RichText? = nil, isBest: Bool = false) {
      self.text = text
      self.note = note
      self.isBest = isBest
      drawing = nil
    }

    /// A cell of an example's image.
    package init(example path: String, run: RunID) {
      self.init(RichText())
      image = ExampleImage(run: run, path: path)
    }

    /// A cell of a drawing, with the words for those who cannot see it.
    package init(drawing: Drawing, text: RichText = RichText()) {
      self.text = text
      self.drawing = drawing
      note = nil
      isBest = false
    }
  }
}

extension ReportTable.Cell: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(RichText(stringLiteral: value))
  }

  package init(stringInterpolation: RichText.Interpolation) {
    self.init(RichText(stringInterpolation: stringInterpolation))
  }
}
