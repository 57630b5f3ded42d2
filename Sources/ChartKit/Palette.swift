/// The colours of light mode, written into every drawing beside the classes of the style sheet.
///
/// The categorical and diverging colours differ for readers with any of the three colour blindnesses, and lines of
/// them stand out from the ground (contrast of 3 at least); a test computes both. The sequential ones are
/// ColorBrewer's Blues.
package enum Palette {
  /// Slots 1 to 7: blue, ochre, green, red, sky, plum, pink.
  static let series = ["#1f4fe0", "#b6873a", "#057552", "#a8100f", "#0f98cc", "#5d2868", "#ee3a88"]
  /// From little to much.
  static let sequential = [
    "#f7fbff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b",
  ]
  /// From better over the same to worse.
  static let diverging = [
    "#134b85", "#2f78b3", "#5da2cb", "#9dcae1", "#d2e5ef", "#f2f0eb", "#fce0ba", "#fbbf74", "#e8932f",
    "#c5690d", "#994a07",
  ]

  /// How many runs or labels have a colour of their own.
  package static let seriesCount = 7

  /// The colour of an area.
  static func light(_ fill: Fill) -> String {
    switch fill {
    case .series(let slot): series[index(slot, in: series)]
    case .sequential(let step): sequential[index(step, in: sequential)]
    case .diverging(let step): diverging[index(step, in: diverging)]
    case .ink: "#16181d"
    case .context: "#8a9099"
    case .ground: "#fff"
    case .diagonal: "#e6e8ec"
    case .empty: "#f4f5f7"
    case .better: "#134b85"
    case .worse: "#994a07"
    }
  }

  /// The colour of a line.
  static func light(_ role: Stroke.Role) -> String {
    switch role {
    case .series(let slot): series[index(slot, in: series)]
    case .ink: "#16181d"
    case .context, .axis: "#8a9099"
    case .ground: "#fff"
    case .grid: "#ddd"
    case .reference: "#666d78"
    }
  }

  /// The colour of words.
  static func light(_ ink: TextMark.Ink) -> String {
    switch ink {
    case .plain: "currentColor"
    case .strong: "#16181d"
    case .on(.sequential(7...)), .on(.diverging(...2)), .on(.diverging(11...)): "#fff"
    case .on: "#000"
    }
  }

  private static func index(_ slot: Int, in colors: [String]) -> Int {
    precondition((1...colors.count).contains(slot), "slots of colours count from 1")
    return slot - 1
  }
}
