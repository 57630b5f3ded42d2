/// Names from outside as a drawing shows them.
enum DisplayName {
  /// A name for the words of a tooltip or a sentence: at most 60 characters wide, and never nothing.
  static func inSentence(_ name: String) -> String {
    name.isEmpty ? "(empty)" : TextWidth.clipped(name, to: 60 * 0.6, size: 1)
  }

  /// A name cut to `width`, and never nothing.
  static func clipped(_ name: String, to width: Double, size: Double = 12, isBold: Bool = false) -> String {
    TextWidth.clipped(name.isEmpty ? "(empty)" : name, to: width, size: size, isBold: isBold)
  }

  /// The name of an axis and what is to be said of it, together at most `width` wide; the name gives way first.
  static func axisTitle(
    _ name: String, before: String = "", after remark: String = "", width: Double, size: Double = 12
  ) -> String {
    let room = width - TextWidth.of(before + remark, size: size)
    return TextWidth.clipped(
      before + clipped(name, to: max(40, room), size: size) + remark, to: width, size: size)
  }

  /// A name cut to `width`, with the whole on hover if it was cut.
  static func mark(
    _ name: String, at position: Point, anchor: TextMark.Anchor, width: Double, size: Double = 13,
    isBold: Bool = false, rotation: Double = 0
  ) -> Mark {
    let whole = name.isEmpty ? "(empty)" : name
    let shown = TextWidth.clipped(whole, to: width, size: size, isBold: isBold)
    return .text(
      TextMark(
        shown, at: position, anchor: anchor, size: size, isBold: isBold, ink: .strong, rotation: rotation,
        title: shown == whole ? nil : inSentence(whole)))
  }
}
