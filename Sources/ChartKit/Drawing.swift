/// A finished layout: marks in painting order, in user units that are pixels at full size.
///
/// Layout ends here and is tested here; ``SVGWriter`` only writes it down.
package struct Drawing: Hashable, Sendable {
  /// Where a drawing stands, which decides how it is scaled.
  package enum Setting: Hashable, Sendable {
    /// A figure; `keepsWidth` lets it scroll rather than shrink below legibility.
    case figure(Width, keepsWidth: Bool = false)
    /// A cell of a table, at its natural size; marks may reach over its edges.
    case cell
    /// A sign within a line of text.
    case sign
  }

  /// How wide a figure may become: 400, 480 or 920 pixels.
  package enum Width: Hashable, Sendable {
    case small, medium, large
  }

  /// The width in user units.
  package var width: Double
  /// The height in user units.
  package var height: Double
  /// Where it stands.
  package var setting: Setting
  /// What is drawn, the last on top.
  package var marks: [Mark]

  /// A drawing.
  package init(width: Double, height: Double, setting: Setting, marks: [Mark] = []) {
    self.width = width
    self.height = height
    self.setting = setting
    self.marks = marks
  }

  /// All words in painting order, also those within clips; for tests and for search.
  var texts: [TextMark] {
    func texts(_ marks: [Mark]) -> [TextMark] {
      marks.flatMap { mark in
        switch mark {
        case .text(let text): [text]
        case .clip(_, let marks): texts(marks)
        case .shape: [TextMark]()
        }
      }
    }
    return texts(marks)
  }
}
