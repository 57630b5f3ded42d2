/// A run's features as a paragraph: all of a few, or the first of many with the rest folded away.
enum FeatureList {
  private static let visible = 24

  static func block(_ features: [String]) -> ReportBlock {
    let names = features.prefix(visible).map { RichText([.init($0, style: .code)]) }
    let head: RichText = "\(Wording.count(features.count, "feature")): "
    guard features.count > visible else { return .paragraph(head + .list(names)) }
    let rest = features.dropFirst(visible).map { RichText([.init($0, style: .code)]) }
    return .fold(
      summary: Wording.count(features.count, "feature"),
      blocks: [.paragraph(.list(names + rest))])
  }
}
