import Testing

@testable import ChartKit

/// The colours written into drawings are those of the style sheet's light mode, under classes that it knows.
struct PaletteTests {
  @Test func fallbackColoursAreThoseOfTheStyleSheet() throws {
    let tokens = try StyleSheet.lightTokens()
    for (index, color) in Palette.series.enumerated() { #expect(tokens["c\(index + 1)"] == color) }
    for (index, color) in Palette.sequential.enumerated() { #expect(tokens["q\(index + 1)"] == color) }
    for (index, color) in Palette.diverging.enumerated() { #expect(tokens["d\(index + 1)"] == color) }
    for step in 1...9 {
      let ink = Palette.light(TextMark.Ink.on(.sequential(step)))
      #expect(tokens["q\(step)-ink"] == (ink == "#fff" ? "#ffffff" : "#000000"))
    }
    #expect(tokens["ink"] == Palette.light(Fill.ink))
    #expect(tokens["diagonal"] == Palette.light(Fill.diagonal))
    #expect(tokens["wash"] == Palette.light(Fill.empty))
    #expect(tokens["better"] == Palette.light(Fill.better))
    #expect(tokens["worse"] == Palette.light(Fill.worse))
    #expect(tokens["context"] == Palette.light(Fill.context))
    #expect(tokens["context"] == Palette.light(Stroke.Role.axis))
    #expect(tokens["ink-3"] == Palette.light(Stroke.Role.reference))
    #expect(tokens["grid"] == "#dddddd" && Palette.light(Stroke.Role.grid) == "#ddd")
    #expect(tokens["ground"] == "#ffffff" && Palette.light(Fill.ground) == "#fff")
  }

  @Test func everyClassIsKnownToTheStyleSheet() throws {
    let sheet = try StyleSheet.text("charts.css")
    let fills: [Fill] =
      [.ink, .context, .ground, .diagonal, .empty, .better, .worse] + (1...7).map { .series($0) }
      + (1...9).map { .sequential($0) }
      + (1...11).map { .diverging($0) }
    let roles: [Stroke.Role] =
      [.ink, .context, .ground, .grid, .axis, .reference] + (1...7).map { .series($0) }
    let inks: [TextMark.Ink] =
      [.strong] + (1...9).map { .on(.sequential($0)) } + (1...11).map { .on(.diverging($0)) }
    for name in fills.map(\.className) + roles.map(\.className) + inks.compactMap(\.className) {
      #expect(sheet.contains(".\(name) {"), "\(name)")
    }
    for settings: Drawing.Setting in [
      .figure(.small, keepsWidth: true), .figure(.medium), .figure(.large), .cell, .sign,
    ] {
      for name in settings.classes.split(separator: " ") {
        #expect(sheet.contains(".\(name) ") || sheet.contains(".\(name)."), "\(name)")
      }
    }
  }
}
