import Testing

@testable import ChartKit

/// The colours differ for every kind of colour vision and stand out from their ground.
///
/// Colour blindness by Machado, Oliveira and Fernandes (2009) at full severity on linear RGB; differences by CIEDE2000
/// (Sharma, Wu and Dalal 2005); contrast by WCAG 2.2.
struct VisionTests {
  /// The dark set lives in the style sheet only.
  private let dark: [String: String]
  private let darkSeries: [String]

  init() throws {
    let tokens = try StyleSheet.darkTokens()
    dark = tokens
    darkSeries = try (1...7).map { try #require(tokens["c\($0)"]) }
  }

  @Test func differencesAgreeWithPublishedPairs() {
    // Pairs 1, 7, 17 and 25 of Sharma, Wu and Dalal's test data.
    let pairs: [([Double], [Double], Double)] = [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425),
      ([50, 0, 0], [50, -1, 2], 2.3669),
      ([50, 2.5, 0], [73, 25, -18], 27.1492),
      ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
    ]
    for (first, second, expected) in pairs {
      #expect(abs(ColorVision.difference(first, second) - expected) < 1e-4)
    }
  }

  @Test(arguments: ColorVision.allCases)
  func seriesDifferInEveryVision(vision: ColorVision) {
    for colors in [Palette.series, darkSeries] {
      let labs = colors.map { vision.lab($0) }
      for first in labs.indices {
        for second in labs.indices where first < second {
          #expect(
            ColorVision.difference(labs[first], labs[second]) >= 11, "\(colors[first]) \(colors[second])")
        }
      }
    }
  }

  @Test func linesStandOutFromTheirGround() throws {
    let darkGround = try #require(dark["ground"])
    for color in Palette.series { #expect(ColorVision.contrast(color, "#ffffff") >= 3, "\(color)") }
    for color in darkSeries { #expect(ColorVision.contrast(color, darkGround) >= 3, "\(color)") }
    for role in [Stroke.Role.ink, .context, .reference] {
      #expect(ColorVision.contrast(Palette.light(role), "#ffffff") >= 3)
    }
  }

  @Test(arguments: ColorVision.allCases)
  func theArmsOfTheDivergingColoursDifferInEveryVision(vision: ColorVision) {
    for step in 0..<5 {
      let better = vision.lab(Palette.diverging[step])
      let worse = vision.lab(Palette.diverging[10 - step])
      #expect(ColorVision.difference(better, worse) >= 11)
    }
  }

  @Test func wordsOnDarkFillsTakeTheInkThatReadsBetter() throws {
    for name in (1...9).map({ "q\($0)" }) + (1...11).map({ "d\($0)" }) {
      let (ground, ink) = (try #require(dark[name]), try #require(dark[name + "-ink"]))
      #expect(ColorVision.contrast(ink, ground) >= 4.5, "\(name)")
    }
  }

  @Test func sequentialColoursDarkenEvenlyInOrder() {
    let luminances = Palette.sequential.map(ColorVision.luminance)
    #expect(zip(luminances, luminances.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func wordsOnFillsTakeTheInkThatReadsBetter() {
    for fill in (1...9).map(Fill.sequential) + (1...11).map(Fill.diverging) {
      let ground = Palette.light(fill)
      let expected = ColorVision.luminance(ground) < 0.179 ? "#fff" : "#000"
      #expect(Palette.light(TextMark.Ink.on(fill)) == expected, "\(fill)")
      #expect(ColorVision.contrast(expected, ground) >= 4.5)
    }
  }
}
