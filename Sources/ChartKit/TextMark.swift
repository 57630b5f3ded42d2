/// Words in a drawing.
package struct TextMark: Hashable, Sendable {
  /// Which part of the words stands at the position.
  package enum Anchor: Hashable, Sendable {
    case start, middle, end
  }

  /// The colour of the letters.
  package enum Ink: Hashable, Sendable {
    /// That of the text around: axes, units, remarks.
    case plain
    /// The darkest: names and values that the figure is about.
    case strong
    /// Black or white, whichever reads on a fill.
    case on(Fill)
  }

  /// The words.
  package var string: String
  /// Where they stand: on the baseline, at the anchor.
  package var position: Point
  /// Which part stands there.
  package var anchor: Anchor
  /// The size in user units; 12 is the drawing's own.
  package var size: Double
  /// Whether they are set semi-bold.
  package var isBold: Bool
  /// The colour.
  package var ink: Ink
  /// Whether the ground shows around the letters, for words on top of marks.
  package var hasHalo: Bool
  /// Clockwise degrees around the position.
  package var rotation: Double
  /// The whole of the words where `string` was cut short.
  package var title: String?

  /// Words.
  package init(
    _ string: String, at position: Point, anchor: Anchor = .start, size: Double = 12, isBold: Bool = false,
    ink: Ink = .plain, hasHalo: Bool = false, rotation: Double = 0, title: String? = nil
  ) {
    self.string = string
    self.position = position
    self.anchor = anchor
    self.size = size
    self.isBold = isBold
    self.ink = ink
    self.hasHalo = hasHalo
    self.rotation = rotation
    self.title = title
  }
}

extension Mark {
  /// Words.
  static func text(
    _ string: String, at position: Point, anchor: TextMark.Anchor = .start, size: Double = 12,
    isBold: Bool = false, ink: TextMark.Ink = .plain, hasHalo: Bool = false, rotation: Double = 0
  ) -> Mark {
    .text(
      TextMark(
        string, at: position, anchor: anchor, size: size, isBold: isBold, ink: ink, hasHalo: hasHalo,
        rotation: rotation))
  }
}
