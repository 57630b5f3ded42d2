/// What the bars of a histogram show in place of counts.
enum HistogramNorm: String, Hashable, Sendable {
  case count = ""
  case percent
  case probability
  case density
  case probabilityDensity = "probability density"

  /// What the bars measure, if the axis has no title.
  var title: String {
    switch self {
    case .count: "count"
    case .percent: "percent"
    case .probability: "share"
    case .density: "count per unit"
    case .probabilityDensity: "density"
    }
  }

  /// The bars of these counts, in bins of this width.
  func applied(to counts: [Double], width: Double) -> [Double?] {
    let total = counts.reduce(0, +)
    let divisor =
      switch self {
      case .count: 1.0
      case .percent: total / 100
      case .probability: total
      case .density: width
      case .probabilityDensity: total * width
      }
    return counts.map { divisor == 0 ? nil : $0 / divisor }
  }
}
