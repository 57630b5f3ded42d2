package import ChartKit
package import RunModel

extension ReportTable {
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

    /// A cell of plain words.
    package init(plain text: String, isBest: Bool = false) {
      self.init(RichText(plain: text), isBest: isBest)
    }

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
